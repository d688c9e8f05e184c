import type { ProblemKind } from './template.ts';

/** Faults of the change log, of the database under it, of drafts and of the shells. */
export const storageProblems = {
  'OUT-LOG-001': {
    title: 'Hash chain broken',
    message: 'Entry {seq} of replica {replica} does not match the entry before it.',
    next: 'What came before is safe. Fetch the log again from {source}; keep the damaged file for the administrator.',
  },
  'OUT-LOG-002': {
    title: 'Gap in a log',
    message: 'From replica {replica} entry {expected} was expected and {seq} came.',
    next: 'Fetch the missing entries from {source}; nothing was dropped.',
  },
  'OUT-LOG-003': {
    title: 'Entry of an unknown kind',
    message:
      'Entry {seq} of replica {replica} is of kind “{kind}”, which this version does not know. It was kept.',
    next: 'Install a newer version of Outpost to see it.',
  },
  'OUT-LOG-004': {
    title: 'Entry malformed',
    message: 'An entry from {source} could not be read: {fault}',
    next: 'It was set aside and the others went on. Show it to the administrator.',
  },
  'OUT-LOG-005': {
    title: 'Log forked',
    message: 'Replica {replica} has two different entries {seq}: a copy of its database was used elsewhere.',
    next: 'This database goes on under a new replica id; both histories are kept.',
  },
  'OUT-LOG-006': {
    title: 'Record not readable',
    message: '{recordType} {record} was written by a newer version of Outpost and cannot be changed here.',
    next: 'Install the newer version. The record stays as it is.',
  },
  'OUT-LOG-007': {
    title: 'Nothing to undo',
    message: 'The change cannot be undone: {reason}',
    next: 'Change the record by hand; the timeline shows its earlier values.',
  },
  'OUT-STO-001': {
    title: 'Disk space used up',
    message: 'The change could not be saved, because this device has no space left for Outpost.',
    next: 'Your input is kept on this page. Free some disk space, then save again.',
  },
  'OUT-STO-002': {
    title: 'Upgrade blocked by another window',
    message: 'An older Outpost window holds the database, so it cannot be upgraded.',
    next: 'Close all other Outpost windows and tabs; this one goes on by itself.',
  },
  'OUT-STO-003': {
    title: 'Database lost',
    message: 'The database of this device is missing or was reset by the browser. {recovered}',
    next: 'Import the newest bundle or backup for the rest, and tell the administrator.',
  },
  'OUT-STO-004': {
    title: 'Database not available',
    message: 'The database cannot be opened: {reason}',
    next: 'Leave private browsing mode or allow site data, then start Outpost again.',
  },
  'OUT-STO-005': {
    title: 'Database from a newer version',
    message: 'The database was written by a newer version of Outpost.',
    next: 'Install that version or a later one; nothing was changed.',
  },
  'OUT-STO-006': {
    title: 'Save not completed',
    message: 'The change was not saved: {reason}',
    next: 'Your input is kept. Save again.',
  },
  'OUT-STO-007': {
    title: 'Window out of date',
    message: 'A newer Outpost window upgraded the database; this one can no longer write.',
    next: 'Reload this window; what was typed before is kept as a draft. Copy what you typed since.',
  },
  'OUT-STO-008': {
    title: 'Journal not writable',
    message: 'The journal that protects your entries cannot be written: {reason}',
    next: 'Free disk space or check the rights of {path}. Your entries are in the database and are added to the journal then.',
  },
  'OUT-STO-009': {
    title: 'Journal damaged',
    message: 'The journal is damaged from byte {offset} on; {recovered} entries before it were read.',
    next: 'Work goes on in a new journal file. Keep {path} for the administrator.',
  },
  'OUT-STO-010': {
    title: 'Journal held by another program',
    message: 'Another running Outpost holds the journal in {path}.',
    next: 'Close it, then start this one again.',
  },
  'OUT-STO-011': {
    title: 'Journal not readable',
    message: 'The journal in {path} cannot be read: {reason}',
    next: 'Check the disk and the rights of the folder, then start Outpost again. Entries are kept in the database meanwhile.',
  },
  'OUT-STO-012': {
    title: 'Journal from a newer version',
    message: 'The journal file {path} was written by a newer version of Outpost.',
    next: 'Start that version. Until then entries are kept in the database only.',
  },
  'OUT-STO-013': {
    title: 'Entries restored',
    message: '{entries} missing from the database came back from the journal.',
    next: 'Nothing was lost of what was written here. If it happens again, have the disk of this device checked.',
  },
  'OUT-STO-014': {
    title: 'Entries behind a gap',
    message:
      '{entries} in the journal follow one that is in neither the journal nor the database. They are kept aside.',
    next: 'Restore the newest backup or import a bundle that has the missing entry; they join the log then.',
  },
  'OUT-STO-015': {
    title: 'Records not readable',
    message: 'Records could not be read: {reason}',
    next: 'What is on the page may be old. Reload the window; nothing that was saved is lost.',
  },
  'OUT-DRF-001': {
    title: 'Draft out of date',
    message: 'While this draft waited, others changed {fields} of {record}.',
    next: 'Compare the values and save what is right.',
  },
  'OUT-DRF-002': {
    title: 'Draft not readable',
    message: 'A draft of {recordType} from {time} could not be restored in full.',
    next: 'Its text is shown as it was stored; copy out what you need.',
  },
  'OUT-DRF-003': {
    title: 'Draft not kept',
    message: 'What you type cannot be stored as a draft: {reason}',
    next: 'Save it, or copy it, before you leave this page.',
  },
  'OUT-SHL-001': {
    title: 'Not possible in this shell',
    message: '{action} needs the desktop application; this is the browser version.',
    next: 'Use the desktop application, or {instead}.',
  },
  'OUT-SHL-002': {
    title: 'Request refused by the shell',
    message: 'The application refused “{action}”: {fault}',
    next: 'Report this to the administrator with the code.',
  },
  'OUT-SHL-003': {
    title: 'File not written',
    message: 'The file {path} could not be written: {reason}',
    next: 'Choose another place, then repeat it.',
  },
  'OUT-SHL-004': {
    title: 'Secrets cannot be kept',
    message: 'This computer has no safe place for secrets: {reason}',
    next: 'Set up the key ring of the system (GNOME Keyring or KWallet on Linux), then start Outpost again.',
  },
  'OUT-SHL-005': {
    title: 'Secret not readable',
    message: 'The stored secret “{name}” cannot be read: {reason}',
    next: 'Sign in to the computer as the person who stored it, or enter the secret again.',
  },
  'OUT-SHL-006': {
    title: 'File not read',
    message: 'The file {path} could not be read: {reason}',
    next: 'Check that it is there and that you may read it, then choose it again.',
  },
  'OUT-SHL-007': {
    title: 'File too large',
    message: 'The file {path} has {size} MB; {limit} MB is the most that can be opened.',
    next: 'Split it and open the parts one after the other.',
  },
  'OUT-SHL-008': {
    title: 'Not printed',
    message: 'The page could not be printed: {reason}',
    next: 'Check the printer, or save the page as PDF.',
  },
  'OUT-SHL-009': {
    title: 'Folder of the hosted hub not usable',
    message: 'The folder {path} for the hub on this laptop cannot be used: {reason}',
    next: 'Check that the disk has room and that you may write there, then start the hub again.',
  },
  'OUT-SHL-010': {
    title: 'Hosted hub ended',
    message: 'The hub on this laptop ended by itself ({reason}).',
    next: 'It is started again by itself, with growing pauses. Work on the laptops goes on meanwhile.',
  },
  'OUT-SHL-011': {
    title: 'Hosted hub not running',
    message: 'The hub on this laptop is not running.',
    next: 'Start it, then repeat this.',
  },
  'OUT-APP-001': {
    title: 'Unexpected fault',
    message: 'Something went wrong in {place}: {fault}',
    next: 'What was saved is safe. Reload the page; report the text if it comes back.',
  },
} as const satisfies Record<string, ProblemKind>;

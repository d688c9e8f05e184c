import type { ProblemKind } from './template.ts';

/** Faults of the exchange with other replicas. Each part numbers its own block: wire and keys from 001, hub 020, client 050, bundles 070. */
export const syncProblems = {
  'OUT-SYN-001': {
    title: 'Changes unreadable',
    message: 'A package of changes could not be read: {fault}',
    next: 'It was set aside and the others went on. It will be asked for again.',
  },
  'OUT-SYN-002': {
    title: 'Message unreadable',
    message: 'A message of the exchange could not be read: {fault}',
    next: 'Outpost tries again by itself. If it happens again, show it to the administrator.',
  },
  'OUT-SYN-003': {
    title: 'Message of a newer version',
    message: 'The other side speaks version {version} of the exchange; this one knows version {known}.',
    next: 'Install the newer version of Outpost. Your work is kept and goes out afterwards.',
  },
  'OUT-SYN-004': {
    title: 'Message too large',
    message: 'A message of the exchange holds more than is allowed: {fault}',
    next: 'Nothing of it was taken in. Show it to the administrator.',
  },
  'OUT-SYN-005': {
    title: 'Start of changes missing',
    message: 'Changes of replica {replica} from {seq} on continue entries that are not here.',
    next: 'Fetch the earlier changes first; Outpost does so with the next exchange.',
  },
  'OUT-SYN-006': {
    title: 'Signature of a log wrong',
    message: 'The signature of replica {replica} at entry {seq} does not fit its log.',
    next: 'The changes were set aside. Show it to the administrator: the log may have been altered on its way.',
  },
  'OUT-SYN-007': {
    title: 'Signature of a request wrong',
    message: 'A request of replica {replica} is not signed with its key.',
    next: 'Check that this device is enrolled in this workspace, or enrol it again.',
  },
  'OUT-SYN-008': {
    title: 'Directory not to be trusted',
    message: 'The directory of devices could not be taken over: {fault}',
    next: 'The directory held before goes on being used. Show it to the administrator.',
  },
  'OUT-SYN-009': {
    title: 'Changes continue another history',
    message: 'Changes of replica {replica} from {seq} on do not continue what is held of it here.',
    next: 'The changes are kept aside. A copy of that device’s database may be in use; show it to the administrator.',
  },
  'OUT-SYN-020': {
    title: 'Log forked at the hub',
    message:
      'The hub holds other entries of replica {replica} than those offered: a copy of its database was used elsewhere.',
    next: 'Outpost settles it by itself: one of the two branches gets another replica id, and nothing is lost.',
  },
  'OUT-SYN-021': {
    title: 'Signature of a log missing',
    message: 'The changes of replica {replica} up to {seq} came from itself and without its signature.',
    next: 'Update Outpost on that device; the changes are kept aside and can be offered again.',
  },
  'OUT-SYN-022': {
    title: 'Device not enrolled',
    message: 'Replica {replica} is not enrolled in this workspace of the hub.',
    next: 'Enrol the device with a code from the administrator of the hub.',
  },
  'OUT-SYN-023': {
    title: 'Device revoked',
    message: 'The device {replica} was revoked on {date}.',
    next: 'Its work stays on it. Ask the administrator of the hub.',
  },
  'OUT-SYN-024': {
    title: 'Code not valid',
    message: 'The code is unknown, used, cancelled or expired.',
    next: 'Compare it with the one you were given, or ask the administrator of the hub for a new one.',
  },
  'OUT-SYN-025': {
    title: 'Replica enrolled with another key',
    message: 'Replica {replica} is enrolled in this workspace with another key.',
    next: 'This database has to take a new replica id, because a copy of it is in use elsewhere. Then enrol again.',
  },
  'OUT-SYN-026': {
    title: 'Too many requests',
    message: 'The hub was asked too often from this address.',
    next: 'Outpost tries again by itself after a while.',
  },
  'OUT-SYN-027': {
    title: 'Request too large for the hub',
    message: 'The hub takes at most {limit} bytes in one request.',
    next: 'Outpost sends smaller parts by itself.',
  },
  'OUT-SYN-028': {
    title: 'Request malformed',
    message: 'The hub could not read the request: {fault}',
    next: 'If it happens again, compare the versions of Outpost and of the hub.',
  },
  'OUT-SYN-029': {
    title: 'Administrator not known',
    message: 'The request needs a valid token of an administrator.',
    next: 'Make one on the hub with “npm run server -- token”.',
  },
  'OUT-SYN-030': {
    title: 'Not there at the hub',
    message: 'The hub has nothing at {path}.',
    next: 'Check the address and the versions of Outpost and of the hub.',
  },
  'OUT-SYN-031': {
    title: 'Hub fault',
    message: 'The hub could not answer because of a fault of its own ({reference}).',
    next: 'Nothing was acknowledged; Outpost tries again by itself. The log of the hub has the fault under this number.',
  },
  'OUT-SYN-032': {
    title: 'Hub busy or stopping',
    message: 'The hub cannot answer now.',
    next: 'Outpost tries again by itself.',
  },
  'OUT-SYN-033': {
    title: 'Workspace unknown at the hub',
    message: 'The hub has no workspace {workspace}.',
    next: 'Check that the device talks to the right hub; enrol it again if the hub was set up anew.',
  },
  'OUT-SYN-034': {
    title: 'Database of the hub not available',
    message: 'The database of the hub cannot be opened: {reason}',
    next: 'Check that it runs, that the disk has room, and the address or folder in the settings of the hub.',
  },
  'OUT-SYN-035': {
    title: 'Database of a newer hub',
    message: 'The database was written by a newer version of the hub ({version}).',
    next: 'Start that version or a later one; nothing was changed.',
  },
  'OUT-SYN-036': {
    title: 'Attachment damaged on its way',
    message: 'What arrived as attachment {hash} is something else.',
    next: 'It was thrown away at the hub and is sent again from its beginning.',
  },
  'OUT-SYN-037': {
    title: 'Attachment continued at the wrong place',
    message: 'The hub holds {received} bytes of the attachment; the part sent begins at {offset}.',
    next: 'Outpost goes on from what the hub holds.',
  },
  'OUT-SYN-038': {
    title: 'Attachment too large for the hub',
    message: 'The hub takes attachments of at most {limit} bytes.',
    next: 'Keep the file outside Outpost, or ask the administrator of the hub to raise the limit.',
  },
  'OUT-SYN-039': {
    title: 'Setting of the hub not usable',
    message: '{setting} is not usable: {fault}',
    next: 'Correct it and start the hub again; docs/server.md lists the settings.',
  },
  'OUT-SYN-040': {
    title: 'Not a backup of a hub',
    message: '{path} is not a backup of a hub: {fault}',
    next: 'Choose a file that “npm run server -- backup” wrote. Nothing was changed.',
  },
  'OUT-SYN-041': {
    title: 'Hub holds data',
    message: 'The hub to restore into holds data already.',
    next: 'Restore into a new folder or an empty database, or add --replace to lose what is there.',
  },
  'OUT-SYN-042': {
    title: 'Hub above not reached',
    message: 'The hub at {address} could not be reached: {reason}',
    next: 'It is tried again by itself; entries wait here meanwhile.',
  },
  'OUT-SYN-043': {
    title: 'Request took too long',
    message: 'The request did not arrive completely within {seconds} seconds.',
    next: 'Outpost sends smaller parts by itself.',
  },
  'OUT-SYN-044': {
    title: 'Hub cannot listen',
    message: 'The hub cannot listen on port {port}: {reason}',
    next: 'Another program may use the port. Choose another one, or end that program.',
  },
  'OUT-SYN-045': {
    title: 'Receiver of the bundle not clear',
    message: '{count} devices or hubs are meant by “{receiver}”.',
    next: 'Name it by its id, which the administration shows, or add --workspace.',
  },
  'OUT-SYN-046': {
    title: 'Bundle not written',
    message: '{path} could not be written: {reason}',
    next: 'Take an empty folder on a disk with room. Files that were written are good for themselves.',
  },
  'OUT-SYN-047': {
    title: 'File not read at the hub',
    message: '{path} could not be read: {reason}',
    next: 'Check that it is there and that the hub may read it; the other files were looked at.',
  },
  'OUT-SYN-048': {
    title: 'Request signed for another time',
    message: 'The request of {replica} was signed for another time than the hub has.',
    next: 'Outpost signs it anew by the clock of the hub. If it happens again, look at the clock of the hub.',
  },
  'OUT-SYN-049': {
    title: 'Contents let go',
    message: 'The contents of this dead letter were let go: its sender had too many.',
    next: 'Ask the author to exchange again; the device still has what it wrote.',
  },
  'OUT-SYN-050': {
    title: 'Hub not reached',
    message: 'The hub at {address} does not answer: {reason}',
    next: 'Check cable, network and address. Your work is kept here; Outpost tries again by itself.',
  },
  'OUT-SYN-051': {
    title: 'Address not usable',
    message: '“{value}” is not the address of a hub.',
    next: 'Type it as the administrator of the hub gave it, for example hub.example.mil:4790.',
  },
  'OUT-SYN-052': {
    title: 'Answer not understood',
    message: 'What answers at {address} is not an Outpost hub: {reason}',
    next: 'Check the address. On a network that asks for a sign-in, sign in first.',
  },
  'OUT-SYN-053': {
    title: 'Another unit at the hub',
    message: 'The code is for the unit {theirs}; this device holds the records of {ours}.',
    next: 'Ask for a code of your own unit, or join with a device that holds no records yet.',
  },
  'OUT-SYN-054': {
    title: 'This database is a copy',
    message:
      'Another device goes on with the same log. This one has taken a new identity; {entries} moved with it.',
    next: 'Nothing was lost. Ask the administrator of the hub for a new code and connect again.',
  },
  'OUT-SYN-055': {
    title: 'Hub changed its key',
    message: 'The hub at {address} shows another key than at enrolment.',
    next: 'Nothing was exchanged. Compare the fingerprint with the administrator; if the hub was set up anew, enrol again.',
  },
  'OUT-SYN-056': {
    title: 'Not enrolled there',
    message: 'This device is not connected to that hub.',
    next: 'Connect to it with a code first.',
  },
  'OUT-SYN-060': {
    title: 'Name not of this hub',
    message: 'The hub was asked as {name}, which is none of its names.',
    next: 'Use an address that the hub prints at its start, or add the name to OUTPOST_HUB_NAMES and start the hub again.',
  },
  'OUT-SYN-061': {
    title: 'Too many wrong tokens',
    message:
      'Too many wrong tokens came to the administration. It looks at the next one in {seconds} seconds.',
    next: 'Wait, then try again with a token that “npm run server -- token” made on the hub.',
  },
  'OUT-SYN-062': {
    title: 'Not asked by a page of the hub',
    message: 'The request for the administration does not come from a page of this hub, or lacks its proof.',
    next: 'Open the administration at the address of the hub and sign in there. Scripts send a token and no cookie.',
  },
  'OUT-SYN-063': {
    title: 'Administrator signed out',
    message:
      'The session is over: it was ended, its token was taken back, or it was not used for half an hour.',
    next: 'Sign in again with the token.',
  },
  'OUT-SYN-064': {
    title: 'Budget of the minute used up',
    message:
      '{who} asked the hub too often in this minute, or moved too much. The next request counts in {seconds} seconds.',
    next: 'Outpost waits by itself. The administrator can raise the limits of the hub; docs/server.md lists them.',
  },
  'OUT-SYN-070': {
    title: 'Not a bundle',
    message: 'The file is not a bundle of Outpost.',
    next: 'Choose a file that ends in .outpost-bundle.',
  },
  'OUT-SYN-071': {
    title: 'Bundle of a newer version',
    message: 'The bundle was written in format {version}; this version reads format {known}.',
    next: 'Install the newer version of Outpost and open it again.',
  },
  'OUT-SYN-072': {
    title: 'Bundle cut off',
    message: 'The bundle ends after {size} bytes; {expected} were expected. It was not copied completely.',
    next: 'Copy the file again from the device that made it. Whole parts of it can be opened.',
  },
  'OUT-SYN-073': {
    title: 'Bundle damaged',
    message: 'Part {part} of the bundle was altered after it was made: {fault}',
    next: 'Copy this part again, or ask the sender for a new one. Other parts can be opened.',
  },
  'OUT-SYN-074': {
    title: 'Bundle for somebody else',
    message: 'The bundle is for the device with the fingerprint {receiver}; this one has {fingerprint}.',
    next: 'Open it there, or ask the sender for one made for this device.',
  },
  'OUT-SYN-075': {
    title: 'Bundle from an unknown device',
    message: 'The bundle comes from replica {sender}, which the directory of this workspace does not hold.',
    next: 'Fetch a newer directory from a hub, or check with the sender, then open it again.',
  },
  'OUT-SYN-076': {
    title: 'Bundle from a revoked device',
    message: 'The bundle comes from {sender}, which was revoked on {date}.',
    next: 'Do not use it. Show it to the administrator.',
  },
  'OUT-SYN-077': {
    title: 'Bundle of another workspace',
    message: 'The bundle belongs to another workspace.',
    next: 'Open it in the workspace in which it was made.',
  },
  'OUT-SYN-078': {
    title: 'Parts of a bundle missing',
    message: 'Parts of the bundle are missing: {parts}.',
    next: 'Open the missing parts too. What has been opened counts already; what continues a missing part is taken in after it.',
  },
  'OUT-SYN-079': {
    title: 'Bundle opened before',
    message: 'Part {part} of the bundle was opened here before.',
    next: 'Nothing is to be done: nothing was taken in twice.',
  },
} as const satisfies Record<string, ProblemKind>;

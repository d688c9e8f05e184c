interface PageHelp {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const pages: readonly (readonly [path: string, help: PageHelp])[] = [
  [
    '/handover',
    {
      title: 'Shift handover',
      paragraphs: [
        'Choose the shift; the report gathers what was opened, solved, reopened and missed in it, and what the next shift takes over.',
        'Your notes are kept as a draft on this laptop while you type, for the period that is shown. Print the report, or save it as PDF, when it is complete.',
      ],
    },
  ],
  [
    '/search',
    {
      title: 'Search',
      paragraphs: [
        'All words must be found; the last one may be the beginning of a word. Case and accents do not matter. A number such as INC-7K3Q-00042 leads straight to its record.',
        'The filters narrow by record type, by progress and by the time of the last change.',
      ],
    },
  ],
  [
    '/import',
    {
      title: 'Import',
      paragraphs: [
        'A file is read completely before anything is written. Either all its good rows come in or none; running it again adds nothing twice.',
      ],
    },
  ],
  [
    '/sync',
    {
      title: 'Sync',
      paragraphs: [
        'Shows for each hub what this device still has to send and to fetch, when both last met, and what was exchanged. Everything stays on this device; a hub that cannot be reached holds up no work.',
        'To connect to a hub you need its address and a one-time code from its administrator. Compare the fingerprint with the one the administrator reads out. Administrators make codes at the hub’s address, followed by /hub.',
        'What came from elsewhere and could not be taken in is listed under Set aside, with the reason. It is kept, and holds up nothing else.',
      ],
    },
  ],
  [
    '/conflicts',
    {
      title: 'Conflicts',
      paragraphs: [
        'Two people changed the same field without having seen each other’s change. Both values are kept; the one shown on the record stands until somebody chooses. The times are those of the writers’ clocks.',
        'Press 1, 2 … to keep that value, j and k to move, x to select several and settle them at once. Undo takes a choice back, and all values stay in the timeline.',
        'Overtaken actions are those that lost against another done at the same time elsewhere. They do not count; do them again on the record where they are still needed.',
      ],
    },
  ],
  [
    '/library',
    {
      title: 'Process library',
      paragraphs: [
        'Says of every process what it is for, what it must bring about, who does what and what passes between processes. Codes, names and figures are those of the framework; the words are Outpost’s.',
        'Where the unit departs from it, a tailoring says so with its reason: an outcome of its own, a local name, or what does not apply. Process owners and administrators make them with Tailor on the guide.',
      ],
    },
  ],
  [
    '/library/models',
    {
      title: 'Reference models',
      paragraphs: [
        'One model ships. A unit that works by another imports it from a JSON file: Save the example gives a pattern to fill in. The file is checked whole; each fault names process and field, and nothing is taken in while there is one.',
        'What is kept is a draft first. Once it is in use, assessments can choose it and its contents do not change any more: a new edition is imported as a model of its own, and what was assessed by the earlier one keeps it.',
        'The file of a model goes to the other devices of the unit like any attachment. Where it is not there yet, fetch it, or choose the same file from a stick on the page of the model.',
      ],
    },
  ],
  [
    '/assessments/compare',
    {
      title: 'Compare assessments',
      paragraphs: [
        'Open the line with the number of assessments to choose which are compared. Each is compared with the one before it of the same unit, or all with one that you choose.',
        'A change says only what is certain. A level of which not all is rated may be more: it has a ≥, its sign in the small charts is hollow, and no line leads to it.',
        'A short line in the small charts is the target of that assessment. Each figure leads to the result that it is of.',
      ],
    },
  ],
  [
    '/settings',
    { title: 'Settings', paragraphs: ['These belong to this laptop and to you; they change no record.'] },
  ],
  [
    '/accounts',
    {
      title: 'Accounts',
      paragraphs: [
        'People sign in with a passphrase, on every device of the unit and without a network. What a device keeps is encrypted: only those listed here, or the recovery code, open it.',
        'An account that is closed, and a new passphrase, reach other devices with their next exchange; until then those open as before.',
        'Wrong passphrases bar the way for a growing time. When nobody remembers theirs, the recovery code opens the device and an administrator gets a new passphrase.',
      ],
    },
  ],
  [
    '/audit',
    {
      title: 'Audit',
      paragraphs: [
        'Every entry of the log on this device: when it was written by its author’s clock, when it arrived here by this device’s clock, who wrote it, and on which device. Administrators and process owners see those of everybody; others see their own.',
        'Verify follows the chain of every device’s log, checks signatures where their makers are known, and compares every record with its entries. It runs by itself after each start, for what is new and a sample of the rest.',
        'A signed file shows with Check an export whether anything in it was changed since, and which device signed it. Entries that its maker may not see whole are in it by their hashes only.',
      ],
    },
  ],
  [
    '/help',
    {
      title: 'Help',
      paragraphs: ['Every page has its help here: press F1 or the question mark at the top.'],
    },
  ],
];

const desk: PageHelp = {
  title: 'Desk',
  paragraphs: [
    'What needs somebody now: the targets that come due next, what nobody has taken, what grows old. Every figure is a link to exactly its records.',
    'Press c to log something, Ctrl+K to find anything, ? for all shortcuts.',
  ],
};

/** Help on the pages that belong to no process. */
export function workbenchHelp(path: string): PageHelp | undefined {
  if (path === '/') return desk;
  return pages.find(([start]) => path === start || path.startsWith(`${start}/`))?.[1];
}

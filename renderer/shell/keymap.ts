/** Where a shortcut works; also the heading under which the sheet lists it. */
export const scopes = {
  anywhere: 'Anywhere',
  list: 'In a list or board',
  conflicts: 'In the conflicts inbox',
  workbook: 'In the workbook of an assessment',
  record: 'On a record',
  form: 'In a form',
} as const;

export type Scope = keyof typeof scopes;

export interface Binding {
  /** Alternatives. `Ctrl+K`; single keys `j`, `?`, `Enter`; two in a row `g d`. Ctrl stands for ⌘ on a Mac. */
  readonly keys: readonly string[];
  /** What it does, as a short sentence without full stop. */
  readonly label: string;
  readonly scope: Scope;
  /** Works while the cursor is in a text input as well. */
  readonly inInputs?: boolean;
}

/** Every shortcut of the application: the dispatcher obeys it and the sheet on `?` shows it, so the sheet is true. */
export const keymap = {
  'palette.open': {
    keys: ['Ctrl+K', '/'],
    label: 'Search and run commands',
    scope: 'anywhere',
    inInputs: true,
  },
  'search.open': {
    keys: ['Ctrl+Shift+F', 'g s'],
    label: 'Search all records',
    scope: 'anywhere',
    inInputs: true,
  },
  'create.open': { keys: ['c', 'Ctrl+Alt+N'], label: 'Create a record', scope: 'anywhere', inInputs: true },
  'undo.last': { keys: ['Ctrl+Z'], label: 'Undo what you did last', scope: 'anywhere' },
  'help.open': { keys: ['F1'], label: 'Help on this page', scope: 'anywhere', inInputs: true },
  'keys.open': { keys: ['?'], label: 'Show this sheet', scope: 'anywhere' },
  'rail.toggle': {
    keys: ['Ctrl+B'],
    label: 'Show or hide the navigation',
    scope: 'anywhere',
    inInputs: true,
  },
  'notices.open': { keys: ['g n'], label: 'Show notices', scope: 'anywhere' },
  'person.switch': { keys: ['g p'], label: 'Change who is at the desk', scope: 'anywhere' },
  'go.desk': { keys: ['g d'], label: 'Go to the desk', scope: 'anywhere' },
  'go.incidents': { keys: ['g i'], label: 'Go to incidents', scope: 'anywhere' },
  'go.requests': { keys: ['g r'], label: 'Go to requests', scope: 'anywhere' },
  'go.handover': { keys: ['g h'], label: 'Go to the shift handover', scope: 'anywhere' },
  'page.print': { keys: ['Ctrl+P'], label: 'Print this page', scope: 'anywhere', inInputs: true },
  'list.next': { keys: ['j', 'ArrowDown'], label: 'Next row', scope: 'list' },
  'list.previous': { keys: ['k', 'ArrowUp'], label: 'Previous row', scope: 'list' },
  'list.open': { keys: ['Enter', 'o'], label: 'Open the row', scope: 'list' },
  'list.select': { keys: ['x'], label: 'Select the row', scope: 'list' },
  'list.extend': { keys: ['X'], label: 'Select up to the row', scope: 'list' },
  'list.selectAll': { keys: ['Ctrl+A'], label: 'Select all rows', scope: 'list' },
  'list.search': { keys: ['/'], label: 'Search in this list', scope: 'list' },
  'conflict.choose': { keys: ['1', '2', '3', '4'], label: 'Keep that value', scope: 'conflicts' },
  'workbook.rate': {
    keys: ['n', 'p', 'l', 'f'],
    label: 'Rate: not, partially, largely, fully; on the refined scale the lower half',
    scope: 'workbook',
  },
  'workbook.rateUpper': {
    keys: ['P', 'L'],
    label: 'Rate: the upper half, on the refined scale',
    scope: 'workbook',
  },
  'workbook.ratePlace': {
    keys: ['1', '2', '3', '4', '5', '6'],
    label: 'Rate by the place on the scale',
    scope: 'workbook',
  },
  'workbook.notApplicable': { keys: ['x'], label: 'Does not apply', scope: 'workbook' },
  'workbook.clear': { keys: ['Delete', 'Backspace'], label: 'Not rated', scope: 'workbook' },
  'workbook.comment': { keys: ['Enter'], label: 'Write the comment, or the reason', scope: 'workbook' },
  'workbook.evidence': { keys: ['e'], label: 'Pick evidence', scope: 'workbook' },
  'workbook.back': { keys: ['Escape'], label: 'Back to the line', scope: 'workbook', inInputs: true },
  'workbook.next': { keys: ['ArrowDown', 'j'], label: 'Next line', scope: 'workbook' },
  'workbook.previous': { keys: ['ArrowUp', 'k'], label: 'Previous line', scope: 'workbook' },
  'workbook.nextOpen': {
    keys: ['u'],
    label: 'Next line that is not rated or not decided',
    scope: 'workbook',
  },
  'workbook.nextDifference': { keys: ['d'], label: 'Next line on which you differ', scope: 'workbook' },
  'workbook.nextProcess': { keys: [']'], label: 'Next process', scope: 'workbook' },
  'workbook.previousProcess': { keys: ['['], label: 'Previous process', scope: 'workbook' },
  'record.edit': { keys: ['e'], label: 'Edit the first field', scope: 'record' },
  'record.note': { keys: ['n'], label: 'Write a note', scope: 'record' },
  'record.actions': { keys: ['a'], label: 'Show all actions', scope: 'record' },
  'record.previous': { keys: ['['], label: 'Previous record of the list', scope: 'record' },
  'record.next': { keys: [']'], label: 'Next record of the list', scope: 'record' },
  'record.leave': { keys: ['Escape'], label: 'Back to the list', scope: 'record' },
  'form.save': { keys: ['Ctrl+Enter'], label: 'Save', scope: 'form', inInputs: true },
  'form.saveAndNew': {
    keys: ['Ctrl+Shift+Enter'],
    label: 'Save and begin another',
    scope: 'form',
    inInputs: true,
  },
} as const satisfies Readonly<Record<string, Binding>>;

export type ShortcutId = keyof typeof keymap;

/** The first keys of a shortcut, for tooltips and menus. */
export function keysOf(id: ShortcutId): string {
  return keymap[id].keys[0];
}

import type { Row } from '#renderer/data/data.ts';
import type { PickItem } from '#renderer/ui/PickList.tsx';
import type { PaletteCommand } from './commands.ts';
import { rank, score } from './rank.ts';

export type PaletteItem = PickItem &
  (
    | { readonly kind: 'command'; readonly command: PaletteCommand }
    | { readonly kind: 'record'; readonly row: Row }
    | { readonly kind: 'all'; readonly text: string }
  );

interface PaletteInput {
  readonly text: string;
  readonly commands: readonly PaletteCommand[];
  /** What the search found for the text. */
  readonly found: readonly Row[];
  /** Opened lately, for when nothing is typed. */
  readonly recent: readonly Row[];
}

const most = { commandsAtStart: 8, commands: 6, records: 12, recent: 8 } as const;
/** From here on a command is meant, not a record that has the word. */
const sureOfCommand = 60;

function commandItem(command: PaletteCommand): PaletteItem {
  return { kind: 'command', id: `command-${command.id}`, group: 'Commands', command };
}

function recordItem(row: Row, group: string): PaletteItem {
  return { kind: 'record', id: `record-${row.id}`, group, row };
}

/** What the palette lists: recent records and commands first of all; then what fits the words, the likelier kind on top. */
export function paletteItems({ text, commands, found, recent }: PaletteInput): readonly PaletteItem[] {
  if (text.trim() === '') {
    return [
      ...recent.slice(0, most.recent).map((row) => recordItem(row, 'Recent')),
      ...commands.slice(0, most.commandsAtStart).map(commandItem),
    ];
  }
  const fitting = rank(text, commands, most.commands);
  const [first] = fitting;
  const commandItems = fitting.map(commandItem);
  const recordItems = found.slice(0, most.records).map((row) => recordItem(row, 'Records'));
  const isCommand = first !== undefined && score(text, first) >= sureOfCommand;
  const all: PaletteItem = { kind: 'all', id: 'all', group: 'More', text };
  return isCommand ? [...commandItems, ...recordItems, all] : [...recordItems, ...commandItems, all];
}

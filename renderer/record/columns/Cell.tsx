import { Chip } from '#renderer/ui/Chip.tsx';
import { clockFace, type ClockFace } from '#renderer/ui/clock-face.ts';
import { clockGlyphs } from '#renderer/ui/glyphs.tsx';
import { Highlight } from '#renderer/ui/Highlight.tsx';
import { PriorityChip } from '#renderer/ui/PriorityChip.tsx';
import { formatAbsolute, formatRelative, formatZulu } from '#renderer/ui/time/format-time.ts';
import type { Row } from '#renderer/data/data.ts';
import { RowMarking } from '../RowMarking.tsx';
import { useRowTitles } from '../use-titles.ts';
import { formatValue } from '../fields/format-value.ts';
import type { Column } from './columns.ts';
import { RowState } from './RowState.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';

interface CellProps {
  readonly type: RecordType;
  readonly column: Column;
  readonly row: Row;
  readonly now: number;
  readonly zone: string;
  /** Words that are searched for, to be marked. */
  readonly words: readonly string[];
}

/** One cell of a list. Plain elements with titles, as a list has hundreds. */
export function Cell({ type, column, row, now, zone, words }: CellProps) {
  const value = row.cells[column.name] ?? null;
  if (column.name === 'state') return <RowState type={type} row={row} />;
  if (column.name === 'priority') return <PriorityChip value={plain(value)} compact />;
  if (column.clock !== undefined) return <ClockCell clock={column.clock} row={row} now={now} zone={zone} />;
  if (value === null) return null;
  if (column.kind === 'instant' && typeof value === 'number') {
    return (
      <span title={`${formatAbsolute(value, zone)} · ${formatZulu(value)}`}>
        {formatRelative(value, now)}
      </span>
    );
  }
  if (column.to.length > 0) return <NamesCell {...{ column, row, words }} />;
  const shown = <Text text={formatValue(column, value, { zone, label: String })} words={words} />;
  if (column.name !== type.views.title) return shown;
  // In front, where a long title does not push it out of sight.
  return (
    <>
      <RowMarking row={row} />
      {shown}
    </>
  );
}

function NamesCell({ column, row, words }: Pick<CellProps, 'column' | 'row' | 'words'>) {
  const label = useRowTitles(row);
  return (
    <Text text={formatValue(column, row.cells[column.name] ?? null, { zone: 'UTC', label })} words={words} />
  );
}

function Text({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  return <span title={text}>{words.length > 0 ? <Highlight text={text} words={words} /> : text}</span>;
}

function ClockCell(props: {
  readonly clock: string;
  readonly row: Row;
  readonly now: number;
  readonly zone: string;
}) {
  const { clock, row, now, zone } = props;
  const due = numberOf(row.cells[`${clock}Due`]);
  const state = row.cells[`${clock}State`];
  const face = clockFace({
    state: typeof state === 'string' ? state : null,
    due,
    warnAt: numberOf(row.cells[`${clock}WarnAt`]),
    now,
  });
  if (!face) return null;
  const title =
    due === null ? face.text : `${face.text} · Due ${formatAbsolute(due, zone)} · ${formatZulu(due)}`;
  return (
    <span title={title}>
      <Chip tone={`clock-${face.tone}`} icon={clockGlyphs[face.glyph]}>
        {shortFace(face)}
      </Chip>
    </span>
  );
}

/** The tone and the sign say what is left and what is over; the words stand in the title. */
function shortFace({ glyph, text }: ClockFace): string {
  if (glyph === 'breached') return `−${text.replace(/ over$/, '')}`;
  return text.replace(/ left$/, '');
}

function numberOf(value: Row['cells'][string] | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

function plain(value: Row['cells'][string]): string | number | boolean | null {
  return typeof value === 'object' ? null : value;
}

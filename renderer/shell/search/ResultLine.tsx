import { useData, type Row } from '#renderer/data/data.ts';
import { RowMarking } from '#renderer/record/RowMarking.tsx';
import { useRowTitles } from '#renderer/record/use-titles.ts';
import { Highlight } from '#renderer/ui/Highlight.tsx';
import { splitHighlights } from '#renderer/ui/highlight.ts';
import { StateChip } from '#renderer/ui/StateChip.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';
import styles from './Search.module.css';

interface ResultLineProps {
  readonly row: Row;
  readonly words: readonly string[];
  readonly now: number;
}

/** The first other text of the row that holds one of the words, with its column's name: why it was found. */
function whyFound(
  row: Row,
  type: RecordType,
  words: readonly string[],
  titleOf: (id: string) => string,
): { label: string; text: string } | undefined {
  for (const [name, field] of Object.entries(type.fields)) {
    const value = row.cells[name];
    if (name === type.views.title || typeof value !== 'string') continue;
    const choice = field.kind === 'choice' ? field.choices.find((one) => one.value === value) : undefined;
    const text = choice?.label ?? titleOf(value);
    if (splitHighlights(text, words).some(({ found }) => found)) return { label: field.label, text };
  }
  return undefined;
}

/** A found record on one line: type, number, title with the words marked, state, age. */
export function ResultLine({ row, words, now }: ResultLineProps) {
  const { catalogue } = useData();
  const titleOf = useRowTitles(row);
  const type = catalogue.type(row.type);
  if (!type) return null;
  const state = type.lifecycle.states[String(row.cells['state'])];
  const why = whyFound(row, type, words, titleOf);
  const updated = row.cells['updatedAt'];
  return (
    <span className={styles.line}>
      <span className={styles.number}>
        <Highlight text={String(row.cells['number'])} words={words} />
      </span>
      <span className={styles.title}>
        <RowMarking row={row} />
        <Highlight text={String(row.cells[type.views.title] ?? '')} words={words} />
        {why && (
          <span className={styles.why}>
            {' '}
            {why.label}: <Highlight text={why.text} words={words} />
          </span>
        )}
      </span>
      <span className={styles.type}>{type.label}</span>
      {state && <StateChip stateClass={state.class} label={state.label} />}
      <span className={styles.age}>{typeof updated === 'number' && <Time at={updated} now={now} />}</span>
    </span>
  );
}

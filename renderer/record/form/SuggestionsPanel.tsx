import { useData, type Row } from '#renderer/data/data.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Highlight } from '#renderer/ui/Highlight.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { RowState } from '../columns/RowState.tsx';
import { paths } from '../navigation.ts';
import { RowMarking } from '../RowMarking.tsx';
import { useSuggestions } from './use-suggestions.ts';
import type { RecordType, Suggestion } from '#shared/definition/record-type.ts';
import type { FieldValue, FieldValues } from '#shared/definition/values.ts';
import styles from './suggestions.module.css';

interface SuggestionsPanelProps {
  readonly type: RecordType;
  readonly values: FieldValues;
  readonly onFill: (field: string, value: FieldValue) => void;
}

/** Offers what is there already while a person types, so that nothing is logged twice and known answers are used. */
export function SuggestionsPanel({ type, values, onFill }: SuggestionsPanelProps) {
  return (
    <aside className={styles.panel} aria-label="Already here">
      {(type.suggestions ?? []).map((suggestion) => (
        <SuggestionList key={suggestion.label} {...{ type, suggestion, values, onFill }} />
      ))}
    </aside>
  );
}

function SuggestionList({
  type,
  suggestion,
  values,
  onFill,
}: SuggestionsPanelProps & { readonly suggestion: Suggestion }) {
  const { rows, words } = useSuggestions(suggestion, values);
  const { catalogue } = useData();
  const offered = catalogue.type(suggestion.type);
  if (!offered) return null;
  return (
    <Section title={suggestion.label}>
      {rows.length === 0 ? (
        <p className={styles.none}>{words.length === 0 ? 'Shown while you type.' : 'Nothing that fits.'}</p>
      ) : (
        <ul className={styles.list} aria-live="polite">
          {rows.map((row) => (
            <SuggestionItem key={row.id} {...{ type, suggestion, offered, row, words, values, onFill }} />
          ))}
        </ul>
      )}
    </Section>
  );
}

interface ItemProps extends SuggestionsPanelProps {
  readonly suggestion: Suggestion;
  readonly offered: RecordType;
  readonly row: Row;
  readonly words: readonly string[];
}

function SuggestionItem({ type, suggestion, offered, row, words, values, onFill }: ItemProps) {
  const title = row.cells[offered.views.title];
  const { fills } = suggestion;
  const field = fills === undefined ? undefined : type.fields[fills];
  const current = fills === undefined ? undefined : values[fills];
  const members = Array.isArray(current) ? (current as readonly string[]) : [];
  const isFilled = current === row.id || members.includes(row.id);
  return (
    <li className={styles.item}>
      <AppLink href={paths.record(row.id)} className={styles.title}>
        <RowMarking row={row} />
        <Highlight text={typeof title === 'string' ? title : row.id} words={words} />
      </AppLink>
      <span className={styles.meta}>
        {String(row.cells['number'] ?? '')} <RowState type={offered} row={row} />
      </span>
      {fills !== undefined && field && (
        <Button
          size="small"
          disabled={isFilled}
          onClick={() => onFill(fills, field.kind === 'references' ? [...members, row.id] : row.id)}
        >
          {isFilled ? `Set as ${field.label.toLowerCase()}` : `Use as ${field.label.toLowerCase()}`}
        </Button>
      )}
    </li>
  );
}

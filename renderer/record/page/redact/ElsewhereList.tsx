import { useSearch, useData } from '#renderer/data/data.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import styles from './redact.module.css';

/** Words of the text that are looked for; more would find the record itself only. */
const mostWords = 6;
const mostFound = 5;

interface ElsewhereListProps {
  readonly text: string;
  /** Id of the record that is redacted. */
  readonly without: string;
}

/** Other records that hold the same words: each has entries of its own, and needs an order of its own. */
export function ElsewhereList({ text, without }: ElsewhereListProps) {
  const { catalogue } = useData();
  const words = text.split(/\s+/).filter(Boolean).slice(0, mostWords).join(' ');
  const { result } = useSearch(
    words,
    catalogue.types.map(({ name }) => ({ type: name, where: [] })),
    mostFound + 1,
  );
  const others =
    words === '' ? [] : (result?.rows ?? []).filter(({ id }) => id !== without).slice(0, mostFound);
  if (others.length === 0) return null;
  return (
    <section aria-label="Other records with the same words" className={styles.elsewhere}>
      <h3>Other records with the same words</h3>
      <ul>
        {others.map(({ id, cells }) => (
          <li key={id}>
            <AppLink href={`/record/${id}`}>{String(cells['number'])}</AppLink>
          </li>
        ))}
      </ul>
      <p>Each has an order of its own: open it and redact it as well.</p>
    </section>
  );
}

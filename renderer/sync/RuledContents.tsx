import { useData, type RuledEntry } from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { formatValue } from '#renderer/record/fields/format-value.ts';
import { paths } from '#renderer/record/navigation.ts';
import { headline } from '#renderer/record/page/headline.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { isEmpty } from '#shared/definition/values.ts';
import styles from './sync.module.css';

/** What an entry says that a hub set aside, and of which record. All of it, as the record may not be there without it. */
export function RuledContents({ entry }: { readonly entry: RuledEntry }) {
  const type = useData().catalogue.type(entry.type);
  const zone = useZone();
  const { seen } = entry;
  const changes = (seen?.item.changes ?? []).filter(({ after }) => !isEmpty(after));
  const ids = changes.flatMap(({ after }) => [after].flat()).filter((value) => typeof value === 'string');
  const labels = useTitles(ids);
  const words = { zone, label: (id: string) => labels.get(id) ?? id };
  if (!type || !seen) return <span className={styles.muted}>Not for you to see</span>;
  const name = [seen.number, seen.title].filter(Boolean).join(' ');
  const { text, file } = seen.item;
  return (
    <>
      {headline(type, seen.item)}
      <div className={styles.hint}>
        {entry.hasRecord ? <AppLink href={paths.record(entry.record)}>{name}</AppLink> : `${name} (not made)`}
      </div>
      {(text !== undefined || file !== undefined || changes.length > 0) && (
        <details className={styles.contents}>
          <summary>What it says</summary>
          {text !== undefined && <p>{text}</p>}
          {file && <p>{file.name}</p>}
          <dl>
            {changes.map(({ field, label, after }) => (
              <div key={field}>
                <dt>{label}</dt>
                <dd>{formatValue(type.fields[field] ?? { kind: 'text' }, after, words)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

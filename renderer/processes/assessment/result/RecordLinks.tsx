import { useData } from '#renderer/data/data.ts';
import { paths } from '#renderer/record/navigation.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { choiceLabel } from './choice-label.ts';
import type { RecordView } from '#shared/definition/record.ts';
import styles from './result.module.css';

/** Findings or recommendations as links, each with what it is. */
export function RecordLinks({ records }: { readonly records: readonly RecordView[] }) {
  const { catalogue } = useData();
  const titles = useTitles(records.map(({ id }) => id));
  return (
    <ul className={styles.plain}>
      {records.map((record) => {
        const type = catalogue.type(record.type);
        const kind = choiceLabel(type, 'kind', record) || (type?.label ?? '');
        return (
          <li key={record.id}>
            <span className={styles.name}>{kind}:</span>{' '}
            <AppLink href={paths.record(record.id)}>{titles.get(record.id) ?? record.number}</AppLink>
          </li>
        );
      })}
    </ul>
  );
}

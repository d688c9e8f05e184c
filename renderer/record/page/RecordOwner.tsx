import { useTitles } from '#renderer/record/use-titles.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { paths } from '../navigation.ts';
import styles from './record-page.module.css';

interface RecordOwnerProps {
  readonly type: RecordType;
  readonly record: RecordView;
}

/** Fields that say who has a record in hand, the first one filled is shown. */
const owners = ['assignee', 'owner', 'manager', 'team'];

/** Who has the record in hand; nothing where records of the type have no such field. */
export function RecordOwner({ type, record }: RecordOwnerProps) {
  const fields = owners.filter((name) => type.fields[name]?.kind === 'reference');
  const owner = fields.find((name) => textOf(record, name) !== '');
  const id = owner === undefined ? '' : textOf(record, owner);
  const labels = useTitles(id === '' ? [] : [id]);
  if (fields.length === 0) return null;
  return (
    <span className={styles.owner}>
      {id === '' ? (
        'Nobody has it'
      ) : (
        <>
          {type.fields[owner ?? '']?.label} <AppLink href={paths.record(id)}>{labels.get(id) ?? '…'}</AppLink>
        </>
      )}
    </span>
  );
}

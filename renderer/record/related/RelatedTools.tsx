import AddIcon from '@mui/icons-material/Add';
import { useId, useState } from 'react';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { useCreateInPlace } from '../fields/create-in-place.ts';
import { ReferencePicker } from '../fields/ReferencePicker.tsx';
import { paths } from '../navigation.ts';
import type { Relation } from './relations.ts';
import type { RecordView } from '#shared/definition/record.ts';
import styles from './related.module.css';

interface RelatedToolsProps {
  readonly record: RecordView;
  readonly relation: Relation;
  readonly canLink: boolean;
  readonly canCreate: boolean;
  readonly onLink: (other: string) => void;
}

/** Links an existing record, makes a new one that is linked, or opens them all as a list. */
export function RelatedTools({ record, relation, canLink, canCreate, onLink }: RelatedToolsProps) {
  const { type, field, isOwn, isSet, query } = relation;
  const id = useId();
  const createInPlace = useCreateInPlace();
  const [isLinking, setLinking] = useState(false);
  const label = type.label.toLowerCase();
  const create = async () => {
    const given = { [field]: isSet ? [record.id] : record.id };
    const made = await createInPlace?.(type.name, isOwn ? {} : given);
    if (made !== undefined && isOwn) onLink(made);
  };
  return (
    <>
      <div className={styles.tools}>
        {canLink && (
          <Button size="small" onClick={() => setLinking((is) => !is)} aria-expanded={isLinking}>
            Link {label}
          </Button>
        )}
        {canCreate && createInPlace && (
          <Button size="small" variant="quiet" icon={<AddIcon />} onClick={() => void create()}>
            New {label}
          </Button>
        )}
        {query && (
          <AppLink className={styles.all} href={paths.list(query)}>
            Open as list
          </AppLink>
        )}
      </div>
      {isLinking && (
        <ReferencePicker
          id={id}
          label={`${type.label} to link`}
          to={[type.name]}
          exclude={[record.id]}
          canCreate={false}
          value={null}
          autoFocus
          onChange={(picked) => {
            if (typeof picked !== 'string') return;
            setLinking(false);
            onLink(picked);
          }}
        />
      )}
    </>
  );
}

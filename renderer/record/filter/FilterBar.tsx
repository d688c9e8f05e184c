import AddIcon from '@mui/icons-material/Add';
import { useState } from 'react';
import { useLabels } from '#renderer/data/data.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { formatAbsolute } from '#renderer/ui/time/format-time.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { columnMap, type Column } from '../columns/columns.ts';
import { describeCondition } from './describe.ts';
import { withCondition, withoutCondition } from './edit-query.ts';
import { FilterDialog } from './FilterDialog.tsx';
import type { Condition, Query } from '#shared/definition/query.ts';
import styles from './filter.module.css';

interface FilterBarProps {
  readonly query: Query;
  readonly columns: readonly Column[];
  readonly onChange: (query: Query) => void;
  /** Keeps the filter under a name; absent where there is nothing new to keep. */
  readonly onSave?: (() => void) | undefined;
}

/** The conditions of a list as chips, each to be changed or taken out. */
export function FilterBar({ query, columns, onChange, onSave }: FilterBarProps) {
  const zone = useZone();
  const [editing, setEditing] = useState<number | 'new'>();
  const byName = columnMap(columns);
  const labels = useLabels(query.where.flatMap((condition) => referenced(byName, condition)));
  const wording = {
    instant: (at: number) => formatAbsolute(at, zone),
    label: (id: string) => labels.get(id) ?? '…',
  };
  return (
    <div className={styles.bar}>
      {query.where.map((condition, index) => {
        const text = describeCondition(byName, condition, wording);
        return (
          // A condition has no identity beyond its place.
          <span key={index} className={styles.condition}>
            <button
              type="button"
              className={styles.text}
              title={`Change: ${text}`}
              disabled={'any' in condition}
              onClick={() => setEditing(index)}
            >
              {text}
            </button>
            <button
              type="button"
              className={styles.remove}
              aria-label={`Take out: ${text}`}
              onClick={() => onChange(withoutCondition(query, index))}
            >
              ×
            </button>
          </span>
        );
      })}
      {query.where.length === 0 && <Chip tone="outline">All records</Chip>}
      <Button size="small" variant="quiet" icon={<AddIcon />} onClick={() => setEditing('new')}>
        Add filter
      </Button>
      {onSave && (
        <Button size="small" variant="quiet" onClick={onSave}>
          Save filter
        </Button>
      )}
      {editing !== undefined && (
        <FilterDialog
          columns={columns}
          condition={editing === 'new' ? undefined : query.where[editing]}
          onClose={() => setEditing(undefined)}
          onConfirm={(condition) => {
            onChange(withCondition(query, condition, editing === 'new' ? undefined : editing));
            setEditing(undefined);
          }}
        />
      )}
    </div>
  );
}

/** Ids of records that a condition names, so that they can be shown by their title. */
function referenced(columns: ReadonlyMap<string, Column>, condition: Condition): readonly string[] {
  if ('any' in condition) return condition.any.flatMap((one) => referenced(columns, one));
  if ((columns.get(condition.column)?.to.length ?? 0) === 0) return [];
  const values = 'in' in condition ? condition.in : 'notIn' in condition ? condition.notIn : [];
  return values.filter((value): value is string => typeof value === 'string');
}

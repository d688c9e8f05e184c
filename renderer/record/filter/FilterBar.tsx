import AddIcon from '@mui/icons-material/Add';
import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import type { Column } from '../columns/columns.ts';
import { withCondition, withoutCondition } from './edit-query.ts';
import { FilterDialog } from './FilterDialog.tsx';
import { readCondition } from './operators.ts';
import { useConditionTexts } from './use-condition-texts.ts';
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
  const [editing, setEditing] = useState<number | 'new'>();
  const texts = useConditionTexts(columns, query.where);
  return (
    <div className={styles.bar}>
      {query.where.map((condition, index) => {
        const text = texts[index] ?? '';
        return (
          // A condition has no identity beyond its place.
          <span key={index} className={styles.condition}>
            <button
              type="button"
              className={styles.text}
              title={`Change: ${text}`}
              disabled={!canEdit(columns, condition)}
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

/** Some conditions only declarations can write; they can be taken out, not changed. */
function canEdit(columns: readonly Column[], condition: Condition): boolean {
  if ('any' in condition) return false;
  const column = columns.find(({ name }) => name === condition.column);
  return column !== undefined && readCondition(column, condition) !== undefined;
}

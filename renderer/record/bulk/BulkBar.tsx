import { useMemo, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import { useKnownActor } from '../known-actor.ts';
import { BulkActionDialog } from './BulkActionDialog.tsx';
import { BulkEditDialog } from './BulkEditDialog.tsx';
import { commonActions } from './common-actions.ts';
import { useSelectedRecords } from './use-selected-records.ts';
import type { Transition } from '#shared/definition/lifecycle.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import styles from './bulk.module.css';

interface BulkBarProps {
  readonly type: RecordType;
  readonly selected: ReadonlySet<string>;
  readonly onClear: () => void;
  readonly onExport: () => void;
}

/** What can be done with all selected records at once. */
export function BulkBar({ type, selected, onClear, onExport }: BulkBarProps) {
  const actor = useKnownActor();
  const records = useSelectedRecords(selected);
  const [action, setAction] = useState<Transition>();
  const [isEditing, setEditing] = useState(false);
  const actions = useMemo(() => (records ? commonActions(type, records, actor) : []), [type, records, actor]);
  const canEdit = records?.every((record) => type.edit.allows(actor, record)) ?? false;
  const count = selected.size.toLocaleString('en-GB');
  const first = records?.[0];

  return (
    <div className={styles.bar} role="toolbar" aria-label="Selection">
      <strong>{count} selected</strong>
      <MenuButton
        label="Do with all"
        size="small"
        disabled={actions.length === 0}
        items={actions.map((transition) => ({
          label: transition.label,
          onSelect: () => setAction(transition),
        }))}
      />
      <Button size="small" disabled={!canEdit} onClick={() => setEditing(true)}>
        Edit a field
      </Button>
      <Button size="small" onClick={onExport}>
        Export selection
      </Button>
      {records && actions.length === 0 && (
        <span className={styles.hint}>No action is allowed for all of them.</span>
      )}
      <Button size="small" variant="quiet" onClick={onClear}>
        Clear selection
      </Button>
      {action && first && (
        <BulkActionDialog
          type={type}
          transition={action}
          example={first}
          ids={[...selected]}
          onClose={() => setAction(undefined)}
        />
      )}
      {isEditing && <BulkEditDialog type={type} ids={[...selected]} onClose={() => setEditing(false)} />}
    </div>
  );
}

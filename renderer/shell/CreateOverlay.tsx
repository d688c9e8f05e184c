import { useEffect, useMemo, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { useQuickCreate } from '#renderer/record/form/quick-create.ts';
import { offersForm } from '#renderer/record/new-record.ts';
import { useActor } from '#renderer/session/session.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { PickList } from '#renderer/ui/PickList.tsx';
import { rank } from './palette/rank.ts';
import { closeOverlay, openCreate, useShell } from './shell-store.ts';
import styles from './PersonDialog.module.css';

const mostTypes = 60;

/** Asks what to create, where that was not said. */
function TypePicker() {
  const { catalogue } = useData();
  const actor = useActor();
  const [text, setText] = useState('');
  const types = useMemo(
    () =>
      catalogue.types
        .filter((type) => actor && offersForm(type, actor))
        // What the desk makes all day comes before what is set up once.
        .toSorted((a, b) => Number(b.clocks.length > 0) - Number(a.clocks.length > 0))
        .map((type) => ({
          id: type.name,
          label: type.label,
          also: `${type.prefix} ${type.plural}`,
          help: type.help,
        })),
    [catalogue, actor],
  );
  return (
    <Dialog open title="Create a record" onClose={closeOverlay}>
      <PickList
        label="Record type"
        placeholder="Incident, service request, person …"
        value={text}
        onChange={setText}
        items={rank(text, types, mostTypes)}
        onPick={(type) => openCreate(type.id)}
        empty={
          <EmptyState
            compact
            title={
              actor
                ? 'No type fits.'
                : 'Choose first who is at the desk (top right), so that the record has an author.'
            }
          />
        }
        render={(type) => (
          <span className={styles.row}>
            <span className={styles.name}>{type.label}</span>
            <span className={styles.roles}>{type.help}</span>
          </span>
        )}
      />
    </Dialog>
  );
}

/** Hands the wish for a record of a type over to the quick form. */
function QuickForm({ type }: { readonly type: string }) {
  const { open } = useQuickCreate();
  useEffect(() => {
    closeOverlay();
    void open(type);
  }, [open, type]);
  return null;
}

/** Quick create from anywhere. */
export function CreateOverlay() {
  const type = useShell((state) => state.createType);
  return type === undefined ? <TypePicker /> : <QuickForm type={type} />;
}

import { useData, useRecord } from '#renderer/data/data.ts';
import { paths } from '#renderer/record/navigation.ts';
import { RecordMarking } from '#renderer/record/RecordMarking.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { StateChip } from '#renderer/ui/StateChip.tsx';
import { textOf } from '#shared/definition/record.ts';
import styles from './panel.module.css';

/** Another record in one line: number, title, state. Says so where the actor may not see it. */
export function RecordHead({ id }: { readonly id: string }) {
  const { catalogue } = useData();
  const { record, isMissing } = useRecord(id);
  if (isMissing) return <span className={styles.muted}>a record that you may not see</span>;
  const type = record && catalogue.type(record.type);
  if (!type) return <span className={styles.muted}>…</span>;
  const state = type.lifecycle.states[record.state];
  return (
    <>
      <AppLink href={paths.record(id)}>{record.number}</AppLink> <RecordMarking record={record} />
      {textOf(record, type.views.title)} {state && <StateChip stateClass={state.class} label={state.label} />}
    </>
  );
}

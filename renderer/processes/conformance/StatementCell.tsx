import { useData } from '#renderer/data/data.ts';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { StateChip } from '#renderer/ui/StateChip.tsx';
import type { RegisterRow } from '#shared/processes/improvement/conformance-register.ts';
import { verdictWords } from './words.ts';
import styles from './conformance.module.css';

/** The statement that counts, how far it is and what it says. */
export function StatementCell({ row: { statement, verdict } }: { readonly row: RegisterRow }) {
  const states = useData().catalogue.type('conformance-statement')?.lifecycle.states;
  if (!statement) return <span className={styles.missing}>Missing</span>;
  const state = states?.[statement.state];
  return (
    <div className={styles.stack}>
      <AppLink href={paths.record(statement.id)} className={styles.number}>
        {statement.number}
      </AppLink>
      <span className={verdict === 'departs' ? styles.departs : undefined}>{verdictWords[verdict]}</span>
      {state && <StateChip stateClass={state.class} label={state.label} />}
    </div>
  );
}

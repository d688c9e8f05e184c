import { ActionDialog } from '#renderer/record/page/ActionDialog.tsx';
import { useActions } from '#renderer/record/page/use-actions.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import type { Transition } from '#shared/definition/lifecycle.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';
import styles from './panel.module.css';

interface RecordActionsProps {
  readonly type: RecordType;
  readonly record: RecordView;
  /** The first is the primary button. */
  readonly actions: readonly Transition[];
  /** Words for a button where the panel says more than the action's own label. */
  readonly label?: (transition: Transition) => string;
}

/** Some of a record's actions as buttons; each asks what it needs first. */
export function RecordActions({ type, record, actions, label = (one) => one.label }: RecordActionsProps) {
  const { asking, problems, start, close, dismiss } = useActions(record);
  if (actions.length === 0 && !asking) return null;
  return (
    <>
      <div className={styles.actions}>
        {actions.map((transition, index) => (
          <Button
            key={transition.action}
            size="small"
            variant={index === 0 ? 'primary' : 'secondary'}
            onClick={() => start(transition)}
          >
            {label(transition)}
          </Button>
        ))}
      </div>
      <ProblemAlert problems={problems} onDismiss={dismiss} />
      {asking && <ActionDialog type={type} record={record} transition={asking} onClose={close} />}
    </>
  );
}

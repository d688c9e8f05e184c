import { useNow } from '#renderer/data/data.ts';
import { RecordLinks } from '#renderer/record/fields/FieldDisplay.tsx';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import type { SlotProps } from '#renderer/record/slots.ts';
import { Time } from '#renderer/ui/Time.tsx';
import { textOf } from '#shared/definition/record.ts';
import { readConfirmation, type Confirmation } from './confirmation.ts';
import { Facts, Panel } from './Panel.tsx';
import { RecordActions } from './RecordActions.tsx';
import { useAllowed } from './use-allowed.ts';
import styles from './panel.module.css';

export interface ConfirmationWords {
  /** State in which the user is asked. */
  readonly state: string;
  readonly confirm: string;
  readonly title: string;
  /** Field that says what was done. */
  readonly done: string;
  readonly doneLabel: string;
  readonly yes: string;
  readonly no: string;
  /** Why the word alone does not close it yet, if so. */
  readonly blocked?: (record: SlotProps['record']) => string | undefined;
}

interface ConfirmationPanelProps extends SlotProps {
  readonly words: ConfirmationWords;
}

/** Asks whether what was done has helped: yes closes the record, no opens it again. */
export function ConfirmationPanel({ type, record, words }: ConfirmationPanelProps) {
  const { id: actor } = useKnownActor();
  const now = useNow();
  const confirmation = readConfirmation(record, words.state, actor);
  const blocked = words.blocked?.(record);
  const actions = useAllowed(type, record, blocked ? ['reopen'] : [words.confirm, 'reopen']);
  const { requester, isAsked, since } = confirmation;
  return (
    <Panel title={words.title} tone="attention">
      <Facts
        facts={[
          [
            words.doneLabel,
            textOf(record, words.done) && <span className={styles.text}>{textOf(record, words.done)}</span>,
          ],
          ['Since', <Time key="since" at={since} now={now} />],
          ['Asked', requester ? <RecordLinks ids={[requester]} /> : 'Nobody: there is no requester'],
        ]}
      />
      {blocked && <p>{blocked}</p>}
      {actions.length === 0 ? (
        <p className={styles.muted}>The requester or the desk answers this.</p>
      ) : (
        <RecordActions
          type={type}
          record={record}
          actions={actions}
          label={(one) => (one.action === 'reopen' ? words.no : words.yes)}
        />
      )}
      {!isAsked && actions.length > 0 && <DeskHint confirmation={confirmation} now={now} />}
    </Panel>
  );
}

function DeskHint({
  confirmation: { requester, closableFrom },
  now,
}: {
  readonly confirmation: Confirmation;
  readonly now: number;
}) {
  return (
    <p className={styles.small}>
      {requester && 'You record the requester’s word: say how and when it came. '}
      {closableFrom !== undefined &&
        (closableFrom > now ? (
          <>
            Without it the desk may close from <Time at={closableFrom} mode="absolute" /> on.
          </>
        ) : (
          'They had time to object: the desk may close without it.'
        ))}
    </p>
  );
}

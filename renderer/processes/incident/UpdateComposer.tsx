import { useId, type KeyboardEvent } from 'react';
import { InstantEditor } from '#renderer/record/fields/InstantEditor.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { RecordView } from '#shared/definition/record.ts';
import { useUpdateComposer } from './use-update-composer.ts';
import styles from '../support/panel.module.css';

const minute = 60_000;

const waits = [
  { label: 'In 30 min', wait: 30 * minute },
  { label: 'In 1 h', wait: 60 * minute },
  { label: 'In 2 h', wait: 120 * minute },
] as const;

interface UpdateComposerProps {
  readonly record: RecordView;
  /** Whom it may be told to, where the incident is a security incident. */
  readonly caution: string | undefined;
}

/** Writes to the stakeholders of a major incident, and promises when they hear again. */
export function UpdateComposer({ record, caution }: UpdateComposerProps) {
  const id = useId();
  const { draft, faults, problems, isSending, change, promise, send } = useUpdateComposer(record);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  };
  return (
    <form
      className={styles.form}
      aria-label="Update stakeholders"
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextInput
        label="Update to stakeholders"
        multiline
        rows={2}
        required
        value={draft.text}
        error={faults.text}
        help={caution ?? 'What is known, what is being done, what they can do meanwhile.'}
        onChange={(text) => change({ text })}
      />
      <div className={styles.pair}>
        <InstantEditor
          id={`${id}-next`}
          label="Next update due"
          value={draft.next}
          error={faults.next}
          onChange={(next) => change({ next: typeof next === 'number' ? next : null })}
        />
        <div className={styles.actions} role="group" aria-label="Promise the next update">
          {waits.map(({ label, wait }) => (
            <Button key={wait} size="small" variant="quiet" onClick={() => promise(wait)}>
              {label}
            </Button>
          ))}
        </div>
      </div>
      <ProblemAlert problems={problems} />
      <div className={styles.actions}>
        <Button type="submit" size="small" variant="primary" busy={isSending} title="Ctrl+Enter">
          Update stakeholders
        </Button>
      </div>
    </form>
  );
}

import { useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { RecordView } from '#shared/definition/record.ts';
import type { Period } from '#shared/engine/figure.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { localDate } from '#shared/kernel/time.ts';
import styles from './figures.module.css';

interface PeriodFormProps {
  readonly assessment: RecordView;
  readonly period: Period;
  readonly onClose: () => void;
}

/** First and last day of the figures of an assessment. */
export function PeriodForm({ assessment, period, onClose }: PeriodFormProps) {
  const { zone } = useData();
  const run = useCommand();
  const [from, setFrom] = useState(localDate(period.from, zone));
  const [until, setUntil] = useState(localDate(period.below - 1, zone));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const isBackwards = from !== '' && until !== '' && until < from;
  const save = async (fields: {
    readonly figuresFrom: string | null;
    readonly figuresUntil: string | null;
  }) => {
    const saved = await run({ kind: 'edit', record: assessment.id, fields });
    if (saved.ok) onClose();
    else setProblems(saved.error);
  };
  return (
    <form
      aria-label="Period of the figures"
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBackwards) void save({ figuresFrom: from || null, figuresUntil: until || null });
      }}
    >
      <ProblemAlert problems={problems} onDismiss={() => setProblems([])} />
      <TextInput label="First day" type="date" value={from} onChange={setFrom} />
      <TextInput
        label="Last day"
        type="date"
        value={until}
        onChange={setUntil}
        error={isBackwards ? 'It ends before it begins.' : undefined}
      />
      <div className={styles.buttons}>
        <Button variant="primary" type="submit">
          Set for the whole team
        </Button>
        <Button onClick={() => void save({ figuresFrom: null, figuresUntil: null })}>
          Twelve months before the first day
        </Button>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

import { useState } from 'react';
import { useTitles } from '#renderer/record/use-titles.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { FieldDisplay } from '../fields/FieldDisplay.tsx';
import type { Field } from '#shared/definition/field.ts';
import type { FieldConflict, Head, RecordView } from '#shared/definition/record.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import styles from './fields-pane.module.css';

interface ConflictChooserProps {
  readonly record: RecordView;
  readonly field: Field;
  readonly conflict: FieldConflict;
}

/** Two people wrote different values, neither having seen the other's: shows all and lets a person choose. */
export function ConflictChooser({ record, field, conflict }: ConflictChooserProps) {
  const run = useCommand();
  const authors = useTitles(conflict.heads.map(({ actor }) => actor));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const choose = async ({ value }: Head) => {
    const result = await run({ kind: 'edit', record: record.id, fields: { [conflict.field]: value } });
    setProblems(result.ok ? [] : result.error);
  };
  return (
    <Notice tone="warning" role="status">
      <div role="group" aria-label={`Values of ${field.label} in conflict`}>
        <p>Written at the same time by different people. Choose what holds; all stay in the timeline.</p>
        <ul className={styles.heads}>
          {conflict.heads.map((head, index) => (
            <li key={head.ref} className={styles.head}>
              <div className={styles.headValue}>
                <FieldDisplay field={field} value={head.value} />
                <div className={styles.headFacts}>
                  {authors.get(head.actor) ?? '…'}, <Time at={head.at} mode="absolute" />
                  {index === 0 && ' · shown until then'}
                </div>
              </div>
              <Button size="small" onClick={() => void choose(head)}>
                Keep this
              </Button>
            </li>
          ))}
        </ul>
        <ProblemAlert problems={problems} />
      </div>
    </Notice>
  );
}

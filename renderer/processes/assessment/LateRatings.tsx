import { useState } from 'react';
import { useRecords, useTally } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import styles from './workbook.module.css';

/** Own ratings that are opened at once. */
const most = 3000;

/** Ratings that were given on a laptop that was away while the lead assessor opened all: told to their assessor and to the lead. */
export function LateRatings({ assessment }: { readonly assessment: RecordView }) {
  const actor = useKnownActor();
  const run = useCommand();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const given = [
    { column: 'assessment', in: [assessment.id] },
    { column: 'state', in: ['given'] },
  ];
  const own = useRecords(
    [{ type: 'rating', where: [...given, { column: 'assessor', in: [actor.id] }] }],
    most,
  );
  const counts = useTally({ type: 'rating', where: given }, 'assessor');
  const isLead = textOf(assessment, 'leadAssessor') === actor.id;
  const others = [...(counts ?? [])].filter(([id]) => id !== actor.id && id !== '');
  const labels = useTitles(others.map(([id]) => id));

  const openOwn = async () => {
    for (const { id } of own ?? []) {
      const result = await run({ kind: 'act', record: id, action: 'open', inputs: {} }, { quiet: true });
      setProblems(result.ok ? [] : result.error);
      if (!result.ok) return;
    }
  };
  const openAll = async () => {
    const result = await run({ kind: 'act', record: assessment.id, action: 'openLate', inputs: {} });
    setProblems(result.ok ? [] : result.error);
  };
  const isOwnLate = own !== undefined && own.length > 0;
  const isOthersLate = isLead && assessment.state === 'consensus' && others.length > 0;
  if (!isOwnLate && !isOthersLate && problems.length === 0) return null;
  return (
    <div className={styles.notices}>
      <ProblemAlert problems={problems} onDismiss={() => setProblems([])} />
      {isOwnLate && (
        <Notice
          tone="warning"
          role="status"
          action={<Button onClick={() => void openOwn()}>Open mine</Button>}
        >
          {countOf(own.length)} of yours came after all ratings were opened. The team does not see{' '}
          {own.length === 1 ? 'it' : 'them'} yet, and nothing of it is lost.
        </Notice>
      )}
      {isOthersLate && (
        <Notice
          tone="warning"
          role="status"
          action={<Button onClick={() => void openAll()}>Open late ratings</Button>}
        >
          Arrived after you opened the ratings:{' '}
          {others.map(([id, count]) => `${countOf(count)} of ${labels.get(id) ?? '…'}`).join(', ')}.
        </Notice>
      )}
    </div>
  );
}

function countOf(count: number): string {
  return count === 1 ? '1 rating' : `${count} ratings`;
}

import { useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { paths } from '#renderer/record/navigation.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { qualityOf } from '#shared/processes/improvement/conformance-parts.ts';
import panel from '../support/panel.module.css';
import { useQuality } from './use-quality.ts';

/** The figure of service quality that the records of this unit give, each count leading to its records. */
export function QualityPart({ statement }: { readonly statement: RecordView }) {
  const run = useCommand();
  const actor = useKnownActor();
  const type = useData().catalogue.type('conformance-statement');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const counts = useQuality(textOf(statement, 'service'), Number(statement.fields['year']));
  const sum = (of: 'met' | 'judged') =>
    counts.reduce<number | undefined>(
      (total, one) =>
        total === undefined || one[of].count === undefined ? undefined : total + one[of].count,
      0,
    );
  const [met, judged] = [sum('met'), sum('judged')];
  const isKnown = met !== undefined && judged !== undefined;
  const quality = isKnown && judged > 0 ? qualityOf(met, judged) : undefined;
  const { qualityMet, qualityJudged } = statement.fields;
  const isTaken = qualityMet === met && qualityJudged === judged;
  const mayEdit = statement.state === 'draft' && (type?.edit.allows(actor, statement) ?? false);
  const take = async () => {
    const result = await run({
      kind: 'edit',
      record: statement.id,
      fields: {
        serviceQuality: quality ?? null,
        qualityBasis: 'records',
        qualityMet: met ?? null,
        qualityJudged: judged ?? null,
      },
    });
    setProblems(result.ok ? [] : result.error);
  };
  return (
    <div className={panel.form}>
      <p>
        <strong>Service quality from records.</strong>{' '}
        {counts.map(({ label, met: kept, judged: due }) => (
          <span key={label}>
            {label} in time: <AppLink href={paths.list(kept.query)}>{kept.count ?? '…'}</AppLink> of{' '}
            <AppLink href={paths.list(due.query)}>{due.count ?? '…'}</AppLink>.{' '}
          </span>
        ))}
        {quality !== undefined && <>Together {quality} %.</>}
        {isKnown && judged === 0 && 'No target was due in the year, so enter a figure with its source.'}
      </p>
      <ProblemAlert problems={problems} />
      {mayEdit && quality !== undefined && !isTaken && (
        <div className={panel.actions}>
          <Button onClick={() => void take()}>Take {quality} % over</Button>
        </div>
      )}
    </div>
  );
}

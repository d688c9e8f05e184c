import { useMemo } from 'react';
import type { SlotProps } from '#renderer/record/slots.ts';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { registerOf } from '#shared/processes/improvement/conformance-register.ts';
import { Panel } from '../support/Panel.tsx';
import panel from '../support/panel.module.css';
import { NextCell } from './NextCell.tsx';
import { conformancePaths } from './places.ts';
import { useConformance } from './use-register.ts';
import { cellWords, exceptionWords, verdictWords } from './words.ts';

/** How a service stands in the register of this year. */
export function ServicePanel({ record }: SlotProps) {
  const conformance = useConformance();
  const row = useMemo(
    () => conformance && registerOf({ ...conformance, services: [record] }, conformance.thisYear)[0],
    [conformance, record],
  );
  if (!row) return null;
  const { cell, statement, exception, verdict, year } = row;
  return (
    <Panel
      title={`Conformance ${String(year)}`}
      tone={exception?.standing === 'ended' ? 'attention' : 'plain'}
      actions={<LinkButton href={conformancePaths.register({ year })}>Register</LinkButton>}
    >
      <p>
        {cellWords(cell)}.{' '}
        {statement ? (
          <>
            {verdictWords[verdict]}, <AppLink href={paths.record(statement.id)}>{statement.number}</AppLink>
            .{' '}
          </>
        ) : (
          'No statement yet. '
        )}
        {exception && (
          <>
            Exception{' '}
            <AppLink href={paths.record(exception.record.id)}>{exceptionWords(exception.record)}</AppLink>.
          </>
        )}
      </p>
      {row.next !== 'none' && row.next !== 'classify' && (
        <div className={panel.line}>
          <span className={panel.muted}>Next step</span>
          <span>
            <NextCell row={row} owner="" />
          </span>
        </div>
      )}
      {row.next === 'classify' && (
        <p className={panel.muted}>
          Set service type and phase below, so that the register knows what is asked.
        </p>
      )}
    </Panel>
  );
}

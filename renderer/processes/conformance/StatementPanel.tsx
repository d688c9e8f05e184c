import { useMemo } from 'react';
import type { SlotProps } from '#renderer/record/slots.ts';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { standingLabels } from '#shared/conformance/standing.ts';
import { textOf } from '#shared/definition/record.ts';
import { cellOfStatement } from '#shared/processes/improvement/conformance-parts.ts';
import { registerOf, type RegisterRow } from '#shared/processes/improvement/conformance-register.ts';
import { Panel } from '../support/Panel.tsx';
import panel from '../support/panel.module.css';
import { CapabilityPart } from './CapabilityPart.tsx';
import { PartList } from './PartsCell.tsx';
import { conformancePaths } from './places.ts';
import { QualityPart } from './QualityPart.tsx';
import { useConformance } from './use-register.ts';
import { cellWords, exceptionWords, verdictWords } from './words.ts';

/** What table 1 asks of this statement, what of it is there, and what it rests on. */
export function StatementPanel({ record }: SlotProps) {
  const conformance = useConformance();
  const year = Number(record.fields['year']);
  const row = useMemo(
    () =>
      conformance &&
      registerOf(
        {
          ...conformance,
          services: conformance.services.filter(({ id }) => id === textOf(record, 'service')),
          statements: conformance.statements.map((one) => (one.id === record.id ? record : one)),
        },
        year,
      )[0],
    [conformance, record, year],
  );
  const isCounted = row?.statement?.id === record.id;
  return (
    <Panel
      title="What is asked"
      tone={row?.exception?.standing === 'ended' ? 'attention' : 'plain'}
      actions={
        <>
          <LinkButton href={conformancePaths.table}>Table 1</LinkButton>
          <LinkButton href={conformancePaths.register({ year })}>Register {year}</LinkButton>
        </>
      }
    >
      {row && isCounted && <Asked row={row} />}
      {row && !isCounted && row.statement && (
        <Notice tone="warning">
          <AppLink href={paths.record(row.statement.id)}>{row.statement.number}</AppLink> states the same
          service for the same year, and counts in the register.
        </Notice>
      )}
    </Panel>
  );
}

function Asked({ row }: { readonly row: RegisterRow }) {
  const { statement, parts, verdict, exception } = row;
  if (!statement) return null;
  const cell = cellOfStatement(statement);
  const asks = (part: string) => parts.some((one) => one.part === part);
  return (
    <>
      <p>
        {cellWords(cell)}. {verdictWords[verdict]}.{' '}
        {verdict === 'open' && 'What is asked depends on whether it conforms.'}
        {verdict === 'conforms' && 'Nothing more is asked.'}
      </p>
      {parts.length > 0 && <PartList parts={parts} />}
      {exception && (exception.standing === 'ended' || exception.standing === 'refused') && (
        <Notice tone="warning">
          It rests on exception{' '}
          <AppLink href={paths.record(exception.record.id)}>{exceptionWords(exception.record)}</AppLink>.{' '}
          {standingLabels[exception.standing]}. Ask for its renewal, or let the service conform.
        </Notice>
      )}
      {exception?.standing === 'endsSoon' && (
        <p className={panel.muted}>
          Exception{' '}
          <AppLink href={paths.record(exception.record.id)}>{exceptionWords(exception.record)}</AppLink> ends
          within 90 days.
        </p>
      )}
      {asks('serviceQuality') && <QualityPart statement={statement} />}
      {asks('managementCapability') && <CapabilityPart statement={statement} />}
    </>
  );
}

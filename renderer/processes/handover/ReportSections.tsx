import { Section } from '#renderer/ui/Section.tsx';
import { ItemTable } from './ItemTable.tsx';
import { MajorSection } from './MajorSection.tsx';
import type { Period } from './period.ts';
import { SummaryTable } from './SummaryTable.tsx';
import type { HandoverReport } from './use-handover.ts';
import { WaitingSection } from './WaitingSection.tsx';

/** The parts of the report, what needs somebody first. */
export function ReportSections({
  report,
  period,
}: {
  readonly report: HandoverReport;
  readonly period: Period;
}) {
  const { types } = report;
  return (
    <>
      <Section title="The shift in figures">
        <SummaryTable reports={types} period={period} />
      </Section>
      <MajorSection reports={types} />
      <ItemTable
        id="missed"
        title="Targets missed"
        atLabel="Missed"
        items={types.flatMap(({ missed }) => missed)}
        empty="No target ran out in this period."
      />
      <WaitingSection reports={types} />
      <ItemTable
        id="reopened"
        title="Reopened"
        atLabel="Reopened"
        items={types.flatMap(({ reopened }) => reopened)}
        empty="Nothing came back."
      />
      <ItemTable
        id="opened"
        title="Opened"
        atLabel="Opened"
        items={types.flatMap(({ opened }) => opened)}
        empty="Nothing was opened."
      />
      <ItemTable
        id="resolved"
        title="Resolved"
        atLabel="Resolved"
        items={types.flatMap(({ resolved }) => resolved)}
        empty="Nothing was resolved."
      />
    </>
  );
}

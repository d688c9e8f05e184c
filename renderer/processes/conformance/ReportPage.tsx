import { PrintFrame } from '#renderer/record/print/PrintFrame.tsx';
import { usePaper } from '#renderer/record/print/use-paper.ts';
import { useAddressSearch } from '#renderer/record/navigation.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { textOf } from '#shared/definition/record.ts';
import { readView } from './read-view.ts';
import { RegisterTable } from './RegisterTable.tsx';
import { ReportExceptions, ReportMeasures, ReportParts, ReportPlans } from './ReportSections.tsx';
import { SignatureLines } from './SignatureLines.tsx';
import { SaveReport } from './SaveReport.tsx';
import { useReport, type Report } from './use-report.ts';
import { YearTable } from './YearTable.tsx';
import styles from './conformance.module.css';

/** Conformance of one year as it is reported. */
export function ReportPage() {
  const { year, component } = readView(useAddressSearch(), new Date().getUTCFullYear());
  const report = useReport(year, component ?? '');
  const isReady = usePaper({ ids: report?.ids ?? [], isComplete: report !== undefined });
  const names = useTitles(component === undefined ? [] : [component]);
  const of = component === undefined ? 'all services of this unit' : (names.get(component) ?? '…');
  return (
    <PrintFrame
      name={`Conformance report ${String(year)}`}
      title={`Conformance report ${String(year)}`}
      subtitle={`Conformance to the service management framework, ${of}`}
      asOf={report?.asOf ?? 0}
      landscape
      isWide
      isReady={isReady}
    >
      {report ? <Body report={report} component={component ?? ''} /> : <div aria-busy="true" />}
    </PrintFrame>
  );
}

function Body({ report, component }: { readonly report: Report; readonly component: string }) {
  const { conformance, rows, year } = report;
  const cycle = conformance.cycles.find(
    (one) => one.fields['year'] === year && textOf(one, 'component') === component,
  );
  if (rows.length === 0) {
    return (
      <EmptyState
        title={`Nothing to report for ${String(year)}`}
        text="No service is offered, and none was stated."
      />
    );
  }
  return (
    <>
      <SaveReport report={report} />
      {cycle &&
        (
          [
            ['Summary', 'summary'],
            ['Why statements are missing', 'gaps'],
          ] as const
        ).map(
          ([title, field]) =>
            textOf(cycle, field) !== '' && (
              <Section key={field} title={title}>
                <p className={styles.text}>{textOf(cycle, field)}</p>
              </Section>
            ),
        )}
      <Section title="How do the years compare?">
        <YearTable
          conformance={{ ...conformance, years: conformance.years.filter((one) => one <= year) }}
          component={component}
        />
      </Section>
      <Section title="Register">
        <RegisterTable rows={rows} year={year} isReport />
      </Section>
      <ReportParts report={report} />
      <ReportExceptions report={report} />
      <ReportMeasures report={report} />
      <ReportPlans report={report} />
      <SignatureLines of={['Process owner', 'Head of the component']} />
    </>
  );
}

import PrintIcon from '@mui/icons-material/PrintOutlined';
import { useLocation, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useNow } from '#renderer/data/data.ts';
import { usePerson } from '#renderer/session/session.tsx';
import { useUnit } from '#renderer/session/unit.ts';
import { usePrintPage } from '#renderer/session/use-print.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { PrintPage } from '#renderer/ui/PrintPage.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { formatDate } from '#renderer/ui/time/format-time.ts';
import { Time } from '#renderer/ui/Time.tsx';
import { textOf } from '#shared/definition/record.ts';
import { HandoverNotes } from './HandoverNotes.tsx';
import { ItemTable } from './ItemTable.tsx';
import { MajorSection } from './MajorSection.tsx';
import { formatPeriod, periodFrom, shiftPeriods, type Period } from './period.ts';
import { PeriodPicker } from './PeriodPicker.tsx';
import { SummaryTable } from './SummaryTable.tsx';
import { useHandover, type HandoverReport } from './use-handover.ts';
import { WaitingSection } from './WaitingSection.tsx';
import styles from './Handover.module.css';

function Report({ report, period }: { readonly report: HandoverReport; readonly period: Period }) {
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

/** What one shift hands to the next: on the screen, on paper, as PDF. */
export function HandoverPage() {
  const now = useNow();
  const { name, zone } = useUnit();
  const person = usePerson();
  const router = useRouter();
  const search: Readonly<Record<string, unknown>> = useLocation().search;
  const period = useMemo(
    // Always there: now lies in some shift.
    () => periodFrom(search) ?? shiftPeriods(now, zone)[0] ?? { from: now, to: now + 1 },
    [search, now, zone],
  );
  const report = useHandover(period);
  const title = `Shift handover ${formatDate(period.from, zone)}`;
  const { print, savePdf } = usePrintPage({ title });
  const subtitle = `${name}. Period: ${formatPeriod(period, zone)} (${zone}).${person ? ` Handed over by ${textOf(person, 'name')}.` : ''}`;
  return (
    <>
      <div className="no-print">
        <PageHeader
          title="Shift handover"
          meta={
            report && (
              <span>
                Data as of <Time at={report.asOf} mode="absolute" />
              </span>
            )
          }
          actions={
            <>
              <Button onClick={() => void savePdf()}>Save as PDF</Button>
              <Button variant="primary" icon={<PrintIcon />} onClick={() => void print()}>
                Print
              </Button>
            </>
          }
        />
      </div>
      <div className={styles.page}>
        <div className="no-print">
          <PeriodPicker
            period={period}
            now={now}
            onChange={({ from, to }) =>
              void router.navigate({ href: `/handover?from=${String(from)}&to=${String(to)}`, replace: true })
            }
          />
        </div>
        <PrintPage title={title} subtitle={subtitle} asOf={report?.asOf ?? now}>
          <div className={styles.sections}>
            <HandoverNotes
              key={`${String(period.from)} ${String(period.to)}`}
              from={period.from}
              to={period.to}
            />
            {report ? (
              <Report report={report} period={period} />
            ) : (
              <ProgressBar label="Gathering the shift" />
            )}
          </div>
        </PrintPage>
      </div>
    </>
  );
}

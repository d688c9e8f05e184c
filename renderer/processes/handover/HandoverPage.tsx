import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useNow } from '#renderer/data/data.ts';
import { useAddressSearch } from '#renderer/record/navigation.ts';
import { usePerson } from '#renderer/session/session.tsx';
import { useUnit } from '#renderer/session/unit.ts';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { PrintPage } from '#renderer/ui/PrintPage.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { formatDate } from '#renderer/ui/time/format-time.ts';
import { Time } from '#renderer/ui/Time.tsx';
import { textOf } from '#shared/definition/record.ts';
import { HandoverNotes } from './HandoverNotes.tsx';
import { formatPeriod, periodFrom, shiftPeriods } from './period.ts';
import { PeriodPicker } from './PeriodPicker.tsx';
import { PrintActions } from './PrintActions.tsx';
import { ReportSections } from './ReportSections.tsx';
import { useHandover } from './use-handover.ts';
import styles from './Handover.module.css';

/** What one shift hands to the next: on the screen, on paper, as PDF. */
export function HandoverPage() {
  const now = useNow();
  const { name, zone } = useUnit();
  const person = usePerson();
  const router = useRouter();
  const search = useAddressSearch();
  const period = useMemo(
    // Always there: now lies in some shift.
    () => periodFrom(search) ?? shiftPeriods(now, zone)[0] ?? { from: now, to: now + 1 },
    [search, now, zone],
  );
  const report = useHandover(period);
  const title = `Shift handover ${formatDate(period.from, zone)}`;
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
          actions={<PrintActions title={title} />}
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
              <ReportSections report={report} period={period} />
            ) : (
              <ProgressBar label="Gathering the shift" />
            )}
          </div>
        </PrintPage>
      </div>
    </>
  );
}

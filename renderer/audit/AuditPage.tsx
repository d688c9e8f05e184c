import { useMemo, useState } from 'react';
import { useData, useSyncStatus, type AuditFilter } from '#renderer/data/data.ts';
import { useActor } from '#renderer/session/session.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditTable } from './AuditTable.tsx';
import { CheckExport } from './CheckExport.tsx';
import { useAuditExport } from './use-audit-export.ts';
import { RedactionsSection } from './redactions/RedactionsSection.tsx';
import { VerifyPanel } from './VerifyPanel.tsx';
import styles from './audit.module.css';

/** Who did what, when, and from which device; and whether the log is as it was written. */
export function AuditPage() {
  const data = useData();
  // What may be seen depends on who is at the desk.
  const seesAll = useActor() !== undefined && data.audit.seesAll;
  const { devices } = useSyncStatus();
  const [filter, setFilter] = useState<AuditFilter>({});
  const { start, isBusy, problem } = useAuditExport();
  const { replica } = data.identity;
  const names = useMemo(
    () => new Map([...Object.entries(devices), [replica, 'This device']]),
    [devices, replica],
  );
  return (
    <>
      <PageHeader
        title="Audit"
        meta={<span>{seesAll ? 'Entries of everybody' : 'Your own entries'}</span>}
        actions={
          <>
            <Button busy={isBusy} onClick={() => void start('csv', filter, names)}>
              Export CSV
            </Button>
            <Button busy={isBusy} onClick={() => void start('json', filter, names)}>
              Export signed file
            </Button>
          </>
        }
      />
      <div className={styles.body}>
        {problem && <ProblemAlert problems={[problem]} />}
        {isBusy && <ProgressBar label="Writing the file" />}
        <VerifyPanel />
        <RedactionsSection />
        <div className={styles.panel}>
          <AuditFilters filter={filter} onChange={setFilter} devices={names} canChoosePerson={seesAll} />
          <AuditTable key={JSON.stringify([filter, seesAll])} filter={filter} devices={names} />
        </div>
        <CheckExport />
      </div>
    </>
  );
}

import { useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { dismissFaults, useFaults } from '#renderer/session/faults.ts';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { UpdateNotice } from './UpdateNotice.tsx';
import styles from './FaultBar.module.css';

/** What concerns every page: faults of this device, what was restored at the start, a new version. */
export function FaultBar() {
  const { startupNotices } = useData();
  const faults = useFaults((state) => state.faults);
  const [isSeen, setIsSeen] = useState(false);
  return (
    <div className={styles.bar}>
      {faults.length > 0 && <ProblemAlert problems={faults} onDismiss={dismissFaults} />}
      {!isSeen && startupNotices.length > 0 && (
        <ProblemAlert problems={startupNotices} onDismiss={() => setIsSeen(true)} />
      )}
      <UpdateNotice />
    </div>
  );
}

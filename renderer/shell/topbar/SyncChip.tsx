import LaptopIcon from '@mui/icons-material/LaptopOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import Popover from '@mui/material/Popover';
import { useState } from 'react';
import { formatBytes, useStorageState } from '#renderer/session/storage-state.ts';
import { useOnline } from '#renderer/session/use-online.ts';
import { useWaitingEntries } from '#renderer/session/use-waiting-entries.ts';
import { syncWords } from './sync-words.ts';
import styles from './TopBar.module.css';

/** Where the data are, in plain words. This version has no server to send them to, and says so. */
export function SyncChip() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const entries = useWaitingEntries();
  const storage = useStorageState();
  const isOnline = useOnline();
  const words = syncWords({ entries, storage, isOnline });
  return (
    <>
      <button
        type="button"
        className={styles.chip}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-label={`Where your data are: ${words.chip}`}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {words.isWarning ? <WarningIcon /> : <LaptopIcon />}
        <span className={styles.words}>{words.chip}</span>
      </button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        transitionDuration={0}
        slotProps={{ paper: { role: 'dialog', 'aria-label': 'Where your data are', tabIndex: -1 } }}
      >
        <div className={styles.panel}>
          <strong>{words.title}</strong>
          <p>{words.text}</p>
          <dl className={styles.facts}>
            {words.facts.map(([name, value]) => (
              <div key={name} style={{ display: 'contents' }}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
            {storage.used !== undefined && (
              <>
                <dt>Space used</dt>
                <dd>
                  {formatBytes(storage.used)}
                  {storage.free !== undefined && `, ${formatBytes(storage.free)} free`}
                </dd>
              </>
            )}
          </dl>
        </div>
      </Popover>
    </>
  );
}

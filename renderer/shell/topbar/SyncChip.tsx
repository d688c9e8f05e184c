import LaptopIcon from '@mui/icons-material/LaptopOutlined';
import ExchangingIcon from '@mui/icons-material/SyncOutlined';
import InStepIcon from '@mui/icons-material/CloudDoneOutlined';
import WaitingIcon from '@mui/icons-material/CloudQueueOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import Popover from '@mui/material/Popover';
import { useState } from 'react';
import { useNow, useRuledAside, useSyncStatus } from '#renderer/data/data.ts';
import { formatBytes, useStorageState } from '#renderer/session/storage-state.ts';
import { useOnline } from '#renderer/session/use-online.ts';
import { countEntries } from '#renderer/sync/words.ts';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { syncWords, type SyncIcon } from './sync-words.ts';
import styles from './TopBar.module.css';

const icons: Readonly<Record<SyncIcon, typeof LaptopIcon>> = {
  device: LaptopIcon,
  'in-step': InStepIcon,
  exchanging: ExchangingIcon,
  waiting: WaitingIcon,
  warning: WarningIcon,
};

/** Where the data are and how far the hubs have them, in plain words. */
export function SyncChip() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const status = useSyncStatus();
  const now = useNow();
  const storage = useStorageState();
  const isOnline = useOnline();
  const words = syncWords({ status, storage, isOnline, now });
  const Icon = icons[words.icon];
  const close = () => setAnchor(null);
  return (
    <>
      <button
        type="button"
        className={styles.chip}
        data-warning={words.icon === 'warning' || undefined}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-label={`Where your data are: ${words.chip}`}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Icon />
        <span className={styles.words}>{words.chip}</span>
      </button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
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
            <AsideFact />
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
          <LinkButton href="/sync" size="small" onClick={close}>
            {status.hubs.length === 0 ? 'Connect to a hub' : 'Open sync'}
          </LinkButton>
        </div>
      </Popover>
    </>
  );
}

/** How much hubs set aside of what the reader may look at. */
function AsideFact() {
  const ruled = useRuledAside();
  if (ruled.length === 0) return null;
  return (
    <>
      <dt>Set aside by a hub</dt>
      <dd>{countEntries(ruled.length)}</dd>
    </>
  );
}

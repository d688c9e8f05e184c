import AsideIcon from '@mui/icons-material/BlockOutlined';
import RoleIcon from '@mui/icons-material/BadgeOutlined';
import ConflictIcon from '@mui/icons-material/CallSplitOutlined';
import RedactionIcon from '@mui/icons-material/VisibilityOffOutlined';
import { useEffect, useState, type ReactNode } from 'react';
import { useNow } from '#renderer/data/data.ts';
import { MarkingMark } from '#renderer/record/MarkingMark.tsx';
import { useBridge } from '#renderer/session/bridge.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { clockGlyphs } from '#renderer/ui/glyphs.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import type { NoticePermission } from '#shared/contracts/bridge.ts';
import { closeOverlay } from '../shell-store.ts';
import { clearNotices, markRead, useNotices } from './notices-store.ts';
import type { NoticeKind } from './plan-notices.ts';
import styles from './NoticeTray.module.css';

/** Asks the system for the right to show notices outside the window; only a click may ask. */
function SystemNoticesOffer() {
  const bridge = useBridge();
  const [permission, setPermission] = useState<NoticePermission>();
  useEffect(() => {
    bridge.notify.permission().then(setPermission, () => setPermission('denied'));
  }, [bridge]);
  if (permission !== 'not-asked') return null;
  return (
    <div className={styles.offer}>
      <span>Outpost can also tell you when its window is in the background.</span>
      <Button
        size="small"
        onClick={() =>
          void bridge.notify.requestPermission().then(setPermission, () => setPermission('denied'))
        }
      >
        Allow
      </Button>
    </div>
  );
}

const icons: Readonly<Record<NoticeKind, ReactNode>> = {
  breach: clockGlyphs.breached,
  warning: clockGlyphs.warning,
  conflict: <ConflictIcon fontSize="inherit" />,
  aside: <AsideIcon fontSize="inherit" />,
  role: <RoleIcon fontSize="inherit" />,
  redaction: <RedactionIcon fontSize="inherit" />,
};

/** What the clocks and the sync had to say, newest first. */
export function NoticeTray() {
  const notices = useNotices((state) => state.notices);
  const now = useNow();
  return (
    <div className={styles.tray}>
      <div className={styles.head}>
        <h2 className={styles.title}>Notices</h2>
        {notices.length > 0 && (
          <>
            <Button size="small" variant="quiet" onClick={() => markRead()}>
              Mark all read
            </Button>
            <Button size="small" variant="quiet" onClick={clearNotices}>
              Clear
            </Button>
          </>
        )}
      </div>
      <SystemNoticesOffer />
      {notices.length === 0 ? (
        <EmptyState
          title="No notices"
          text="Service level clocks tell you here before a target is due, and when it is missed; and sync, when others wrote something else at the same time, or a hub set a change of yours aside. Administrators are told when a role is not held as it must be."
        />
      ) : (
        <ul className={styles.list}>
          {notices.map((notice) => (
            <li key={notice.key}>
              <AppLink
                href={notice.link}
                className={styles.notice}
                data-unread={!notice.isRead || undefined}
                onClick={() => {
                  markRead(notice.key);
                  closeOverlay();
                }}
              >
                <span className={notice.kind === 'breach' ? styles.breach : styles.warning}>
                  {icons[notice.kind]}
                </span>
                <span className={styles.words}>
                  <span className={styles.noticeTitle}>{notice.title}</span>
                  <span className={styles.body}>
                    <MarkingMark marking={notice.marking} />
                    {notice.body}
                  </span>
                </span>
                <span className={styles.time}>
                  <Time at={notice.at} now={now} />
                </span>
              </AppLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

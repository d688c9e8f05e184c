import BellIcon from '@mui/icons-material/NotificationsNoneOutlined';
import Popover from '@mui/material/Popover';
import { useEffect, useState } from 'react';
import { useBridge } from '#renderer/session/bridge.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { keysOf } from '../keymap.ts';
import { closeOverlay, openOverlay, useShell } from '../shell-store.ts';
import bar from '../topbar/TopBar.module.css';
import { NoticeTray } from './NoticeTray.tsx';
import { useUnreadCount } from './notices-store.ts';

/** The bell: how many notices nobody has read, and the tray behind it. */
export function NoticesButton() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const isOpen = useShell((state) => state.overlay === 'notices');
  const unread = useUnreadCount();
  const bridge = useBridge();
  useEffect(() => {
    // Not every system has a badge.
    bridge.window.setBadge(unread).catch(() => undefined);
  }, [bridge, unread]);
  const label = unread === 0 ? 'Notices' : `Notices, ${String(unread)} unread`;
  return (
    <span className={bar.badgeHolder} ref={setAnchor}>
      <IconButton
        label={label}
        shortcut={keysOf('notices.open')}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => openOverlay('notices')}
      >
        <BellIcon />
      </IconButton>
      {unread > 0 && (
        <span className={bar.badge} aria-hidden="true">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
      {anchor && (
        <Popover
          open={isOpen}
          anchorEl={anchor}
          onClose={closeOverlay}
          anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
          transformOrigin={{ vertical: 'top', horizontal: 'right' }}
          transitionDuration={0}
          slotProps={{ paper: { role: 'dialog', 'aria-label': 'Notices', tabIndex: -1 } }}
        >
          <NoticeTray />
        </Popover>
      )}
    </span>
  );
}

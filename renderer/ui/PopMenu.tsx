import CheckIcon from '@mui/icons-material/Check';
import Divider from '@mui/material/Divider';
import MuiMenu from '@mui/material/Menu';
import MuiMenuItem from '@mui/material/MenuItem';
import type { ReactNode } from 'react';
import { Kbd } from './Kbd.tsx';
import styles from './PopMenu.module.css';

export interface MenuEntry {
  readonly label: string;
  readonly onSelect: () => void;
  readonly icon?: ReactNode;
  readonly shortcut?: string | undefined;
  readonly danger?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Shows a tick, or the place for one. */
  readonly checked?: boolean | undefined;
}

export type MenuItemSpec = MenuEntry | 'divider';

interface PopMenuProps {
  readonly label: string;
  readonly anchor: HTMLElement | null;
  readonly items: readonly MenuItemSpec[];
  readonly onClose: () => void;
}

function row(item: MenuEntry, onClose: () => void) {
  const isChoice = item.checked !== undefined;
  return (
    <MuiMenuItem
      key={item.label}
      disabled={item.disabled ?? false}
      role={isChoice ? 'menuitemradio' : 'menuitem'}
      aria-checked={item.checked}
      className={item.danger ? styles.danger : undefined}
      onClick={() => {
        onClose();
        item.onSelect();
      }}
    >
      {isChoice ? <span className={styles.icon}>{item.checked && <CheckIcon />}</span> : null}
      {item.icon && <span className={styles.icon}>{item.icon}</span>}
      <span className={styles.text}>{item.label}</span>
      {item.shortcut && <Kbd keys={item.shortcut} />}
    </MuiMenuItem>
  );
}

/** A menu at an element that the caller holds; `MenuButton` brings its own button. */
export function PopMenu({ label, anchor, items, onClose }: PopMenuProps) {
  return (
    <MuiMenu
      open={anchor !== null}
      anchorEl={anchor}
      onClose={onClose}
      transitionDuration={0}
      slotProps={{ list: { 'aria-label': label, dense: true } }}
    >
      {items.map((item, index) =>
        // A divider has no name of its own; its place is what tells it apart.
        item === 'divider' ? <Divider key={`divider-${String(index)}`} component="li" /> : row(item, onClose),
      )}
    </MuiMenu>
  );
}

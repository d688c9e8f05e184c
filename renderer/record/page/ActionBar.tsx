import MoreIcon from '@mui/icons-material/MoreHoriz';
import { useState } from 'react';
import { useShortcuts } from '#renderer/shell/use-shortcuts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { PopMenu } from '#renderer/ui/PopMenu.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import { useActions } from './use-actions.ts';
import { isPrimary } from '#shared/definition/lifecycle.ts';
import type { ShownRecord } from './use-record-page.ts';
import styles from './record-page.module.css';

interface ActionBarProps {
  readonly shown: ShownRecord;
  /** Buttons that stand open; the other actions are in the menu. */
  readonly most: number;
}

/** What may be done now, and only that: the usual step first. */
export function ActionBar({ shown, most }: ActionBarProps) {
  const { type, record, actions } = shown;
  const { asking, problems, start, close, dismiss } = useActions(record);
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  const open = actions.slice(0, most);
  const more = actions.slice(most);
  useShortcuts({
    'record.actions': () => {
      if (!anchor) return false;
      setMenu(anchor);
      return true;
    },
  });
  if (actions.length === 0 && problems.length === 0) return null;
  return (
    <div className={styles.actions} role="group" aria-label="Actions">
      {open.map((transition, index) => (
        <Button
          key={transition.action}
          variant={index === 0 && isPrimary(transition, record.state) ? 'primary' : 'secondary'}
          onClick={() => start(transition)}
        >
          {transition.label}
        </Button>
      ))}
      {actions.length > 0 && (
        <Button
          ref={setAnchor}
          variant="quiet"
          icon={<MoreIcon />}
          aria-haspopup="menu"
          aria-expanded={menu !== null}
          title="All actions (a)"
          onClick={(event) => setMenu(event.currentTarget)}
        >
          {more.length > 0 ? `${String(more.length)} more` : 'Actions'}
        </Button>
      )}
      <PopMenu
        label="Actions"
        anchor={menu}
        onClose={() => setMenu(null)}
        items={actions.map((transition) => ({ label: transition.label, onSelect: () => start(transition) }))}
      />
      <ProblemAlert problems={problems} onDismiss={dismiss} />
      {asking && <ActionDialog type={type} record={record} transition={asking} onClose={close} />}
    </div>
  );
}

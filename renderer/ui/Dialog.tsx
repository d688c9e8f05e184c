import CloseIcon from '@mui/icons-material/Close';
import MuiDialog from '@mui/material/Dialog';
import { useId, type ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly width?: 'small' | 'medium' | 'large' | undefined;
  /** Work that must not be left: neither Escape nor the cross closes it. */
  readonly busy?: boolean | undefined;
}

const widths = { small: 420, medium: 640, large: 920 } as const;

/** A modal window: focus goes in, stays in, and returns to where it was. A click beside it does nothing, so no input is lost. */
export function Dialog({
  open,
  title,
  onClose,
  children,
  actions,
  width = 'medium',
  busy = false,
}: DialogProps) {
  const id = useId();
  return (
    <MuiDialog
      open={open}
      onClose={(_event, reason) => {
        if (!busy && reason === 'escapeKeyDown') onClose();
      }}
      aria-labelledby={id}
      maxWidth={false}
      fullWidth
      slotProps={{
        paper: { sx: { maxWidth: widths[width], margin: '28px', maxHeight: 'calc(100% - 72px)' } },
      }}
    >
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {!busy && (
          <IconButton label="Close" shortcut="Esc" onClick={onClose}>
            <CloseIcon />
          </IconButton>
        )}
      </div>
      <div className={styles.body}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </MuiDialog>
  );
}

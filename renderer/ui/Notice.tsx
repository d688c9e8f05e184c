import CheckCircleIcon from '@mui/icons-material/CheckCircleOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlineOutlined';
import InfoIcon from '@mui/icons-material/InfoOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Notice.module.css';

export type NoticeTone = 'info' | 'warning' | 'danger' | 'success';

const icons = {
  info: <InfoIcon />,
  warning: <WarningIcon />,
  danger: <ErrorIcon />,
  success: <CheckCircleIcon />,
} as const;

interface NoticeProps {
  readonly tone: NoticeTone;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** 'alert' is read out at once; the default waits its turn. */
  readonly role?: 'alert' | 'status' | 'note';
}

export function Notice({ tone, children, action, role = 'note' }: NoticeProps) {
  return (
    <div role={role} className={classes(styles.notice, styles[tone])}>
      <span className={styles.icon}>{icons[tone]}</span>
      <div className={styles.body}>{children}</div>
      {action}
    </div>
  );
}

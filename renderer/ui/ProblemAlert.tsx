import CloseIcon from '@mui/icons-material/Close';
import type { ReactNode } from 'react';
import type { Problem } from '#shared/kernel/errors.ts';
import { IconButton } from './IconButton.tsx';
import { Notice } from './Notice.tsx';
import styles from './Notice.module.css';

interface ProblemAlertProps {
  readonly problems: readonly Problem[];
  readonly onDismiss?: (() => void) | undefined;
  readonly action?: ReactNode;
}

function sentence(found: Problem) {
  return (
    <>
      <div>{found.message}</div>
      {found.next && <div className={styles.next}>{found.next}</div>}
      <div className={styles.code}>{found.code}</div>
    </>
  );
}

/** Faults in full: what is wrong, where, what to do, and the code to quote. */
export function ProblemAlert({ problems, onDismiss, action }: ProblemAlertProps) {
  const [first, ...more] = problems;
  if (!first) return null;
  return (
    <Notice
      tone="danger"
      role="alert"
      action={
        <>
          {action}
          {onDismiss && (
            <IconButton label="Dismiss" onClick={onDismiss}>
              <CloseIcon />
            </IconButton>
          )}
        </>
      }
    >
      {more.length === 0 ? (
        sentence(first)
      ) : (
        <ul className={styles.list}>
          {problems.map((found) => (
            <li key={`${found.code} ${found.message}`}>{sentence(found)}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

import { useEffect, useRef } from 'react';
import { Notice } from './Notice.tsx';
import styles from './Notice.module.css';

export interface FieldError {
  /** Label of the field. */
  readonly field: string;
  /** Id of its input, to jump to. */
  readonly id?: string | undefined;
  readonly message: string;
}

interface ErrorSummaryProps {
  readonly title?: string;
  readonly errors: readonly FieldError[];
}

/** Takes the focus when errors appear, names each and leads to its field. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const count = errors.length;
  useEffect(() => {
    if (count > 0) box.current?.focus();
  }, [count]);
  if (count === 0) return null;
  return (
    <div ref={box} tabIndex={-1} className={styles.summary}>
      <Notice tone="danger" role="alert">
        <div className={styles.title}>
          {title ?? (count === 1 ? 'One field needs attention' : `${String(count)} fields need attention`)}
        </div>
        <ul className={styles.list}>
          {errors.map(({ field, id, message }) => (
            <li key={`${field} ${message}`}>
              {id ? (
                <a
                  href={`#${id}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(id)?.focus();
                  }}
                >
                  {message}
                </a>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

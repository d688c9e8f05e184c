import ChevronIcon from '@mui/icons-material/ChevronRightOutlined';
import { useId, type ReactNode } from 'react';
import { toggleFolded, usePreferences } from '#renderer/session/preferences.ts';
import styles from './Rail.module.css';

interface RailSectionProps {
  readonly name: string;
  readonly label: string;
  /** Nothing of it in this release. */
  readonly isEmpty?: boolean;
  readonly children: ReactNode;
}

export function RailSection({ name, label, isEmpty = false, children }: RailSectionProps) {
  const id = useId();
  const isFolded = usePreferences((state) => state.folded.includes(name));
  if (isEmpty) {
    return (
      <div className={styles.empty} title="No process of this domain is in this version">
        {label}
        <span className={styles.later}>later</span>
      </div>
    );
  }
  return (
    <div>
      <button
        type="button"
        className={styles.heading}
        aria-expanded={!isFolded}
        aria-controls={id}
        onClick={() => toggleFolded(name)}
      >
        <ChevronIcon className={styles.chevron} />
        {label}
      </button>
      <ul id={id} className={styles.group} hidden={isFolded}>
        {children}
      </ul>
    </div>
  );
}

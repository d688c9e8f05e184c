import CheckIcon from '@mui/icons-material/CheckOutlined';
import MissingIcon from '@mui/icons-material/RadioButtonUncheckedOutlined';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import { partLabels } from '#shared/conformance/asked.ts';
import type { PartStanding } from '#shared/processes/improvement/conformance-parts.ts';
import type { RegisterRow } from '#shared/processes/improvement/conformance-register.ts';
import styles from './conformance.module.css';

/** What is asked, and what of it is there. */
export function PartsCell({ row: { statement, parts, verdict } }: { readonly row: RegisterRow }) {
  if (!statement) return <span className={styles.small}>Not known before there is a statement</span>;
  if (verdict === 'open') return <span className={styles.small}>Depends on the verdict</span>;
  if (parts.length === 0) return <span className={styles.small}>Nothing: it conforms</span>;
  return <PartList parts={parts} />;
}

export function PartList({ parts }: { readonly parts: readonly PartStanding[] }) {
  return (
    <ul className={styles.parts}>
      {parts.map(({ part, isThere }) => (
        <li key={part} className={isThere ? undefined : styles.missing}>
          {isThere ? <CheckIcon className={styles.there} /> : <MissingIcon />}
          <span>
            {partLabels[part]}
            <VisuallyHidden>: </VisuallyHidden>
            {isThere ? (
              <VisuallyHidden>there</VisuallyHidden>
            ) : (
              <strong className={styles.mark}>missing</strong>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

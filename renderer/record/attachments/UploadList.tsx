import { formatBytes } from '#renderer/session/storage-state.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import type { Attaching } from './use-attach.ts';
import styles from './attachments.module.css';

/** Files on their way into the record, and those that were refused. */
export function UploadList({ attaching: { uploads, cancel, retry } }: { readonly attaching: Attaching }) {
  if (uploads.length === 0) return null;
  return (
    <ul className={styles.uploads} aria-label="Being attached">
      {uploads.map(({ id, file, share, problems }) => (
        <li key={id}>
          {problems.length > 0 ? (
            <ProblemAlert
              problems={problems}
              onDismiss={() => cancel(id)}
              action={<Button onClick={() => retry(id)}>Try again</Button>}
            />
          ) : (
            <ProgressBar
              label={`${file.name} (${formatBytes(file.size)})`}
              value={share}
              onCancel={() => cancel(id)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

import { formatBytes } from '#renderer/session/storage-state.ts';
import { useHubAnswer } from './use-hub.tsx';
import styles from './hub.module.css';

/** What the hub holds, over all workspaces. */
export function StorageFigures() {
  const { answer } = useHubAnswer('storage', (admin) => admin.storage());
  if (!answer) return null;
  const count = (value: number) => value.toLocaleString('en-GB');
  const figures = [
    ['Entries', count(answer.entries)],
    ['Segments', `${count(answer.segments)} · ${formatBytes(answer.segmentBytes)}`],
    ['Attachments', `${count(answer.blobs)} · ${formatBytes(answer.blobBytes)}`],
    ['Dead letters', count(answer.deadLetters)],
  ] as const;
  return (
    <dl className={styles.figures} aria-label="Storage">
      {figures.map(([label, value]) => (
        <div key={label} className={styles.figure}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

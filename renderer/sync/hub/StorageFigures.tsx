import { formatBytes } from '#renderer/session/storage-state.ts';
import type { StorageInfo } from '#shared/contracts/hub.ts';
import { useHubAnswer } from './use-hub.tsx';
import styles from './hub.module.css';

const count = (value: number) => value.toLocaleString('en-GB');

function deadLetters({ deadLetters, deadLettersLetGo, deadLettersForgotten }: StorageInfo): string {
  return [
    count(deadLetters),
    ...(deadLettersLetGo > 0 ? [`${count(deadLettersLetGo)} without contents`] : []),
    ...(deadLettersForgotten > 0 ? [`${count(deadLettersForgotten)} only counted`] : []),
  ].join(' · ');
}

function rulings({ entriesAside, entriesToJudge }: StorageInfo): string {
  return [count(entriesAside), ...(entriesToJudge > 0 ? [`${count(entriesToJudge)} to be judged`] : [])].join(
    ' · ',
  );
}

/** What the hub holds, over all workspaces. */
export function StorageFigures() {
  const { answer } = useHubAnswer('storage', (admin) => admin.storage());
  if (!answer) return null;
  const figures = [
    ['Entries', count(answer.entries)],
    ['Segments', `${count(answer.segments)} · ${formatBytes(answer.segmentBytes)}`],
    ['Attachments', `${count(answer.blobs)} · ${formatBytes(answer.blobBytes)}`],
    ['Dead letters', deadLetters(answer)],
    ['Set aside', rulings(answer)],
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

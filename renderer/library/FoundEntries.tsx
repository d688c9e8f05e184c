import { AppLink } from '#renderer/ui/AppLink.tsx';
import type { LibraryEntry } from '#shared/library/search.ts';
import { pathOf } from './places.ts';
import { useShownModel } from './shown-model.ts';
import styles from './library.module.css';

/** More are not read by anybody; the count above says how many there are. */
const most = 60;

const kindLabels: Readonly<Record<LibraryEntry['kind'], string>> = {
  process: 'Process',
  activity: 'Activity',
  outcome: 'Outcome',
  role: 'Role',
  domain: 'Domain',
  function: 'Function',
  overlay: 'Overlay',
  control: 'Common control activity',
};

interface FoundEntriesProps {
  readonly entries: readonly LibraryEntry[];
}

/** What the search found, each with the kind of part it is and the page it leads to. */
export function FoundEntries({ entries }: FoundEntriesProps) {
  const model = useShownModel();
  const shown = entries.slice(0, most);
  return (
    <>
      <ol className={styles.results}>
        {shown.map((entry) => (
          <li key={`${entry.kind} ${entry.code} ${entry.name}`} className={styles.card}>
            <div>
              <AppLink href={pathOf(model, entry)}>
                {entry.kind === 'control' ? '' : `${entry.code} `}
                {entry.name}
              </AppLink>
            </div>
            <div className={styles.muted}>
              {kindLabels[entry.kind]}
              {entry.on !== entry.code && ` of ${entry.on}`} · {entry.text}
            </div>
          </li>
        ))}
      </ol>
      {entries.length > most && (
        <p className={styles.muted}>The first {most} are shown. More words find fewer.</p>
      )}
    </>
  );
}

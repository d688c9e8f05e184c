import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { BroughtFileRow } from './BroughtFileRow.tsx';
import { isWaiting, useOpenBundle } from './use-open-bundle.ts';
import styles from '../sync.module.css';

/** Files that somebody brought: shown first, taken in when somebody says so. */
export function OpenBundle() {
  const { files, problem, isBusy, choose, takeIn, leave } = useOpenBundle();
  const waiting = files.filter(isWaiting).length;
  return (
    <div className={styles.form} role="group" aria-label="Open a bundle">
      <p>
        Somebody brought a stick? Choose its files. Each is checked and shown; nothing is taken in before you
        say so.
      </p>
      <div className={styles.actions}>
        <Button busy={isBusy} onClick={() => void choose()}>
          Choose files
        </Button>
      </div>
      {problem && <ProblemAlert problems={[problem]} />}
      {files.length > 0 && (
        <ul className={styles.brought} aria-label="Files that were brought">
          {files.map((file) => (
            <BroughtFileRow key={file.id} file={file} isBusy={isBusy} onLeave={() => leave(file.id)} />
          ))}
        </ul>
      )}
      {waiting > 0 && (
        <div className={styles.actions}>
          <Button variant="primary" busy={isBusy} onClick={() => void takeIn()}>
            {waiting === 1 ? 'Take in' : `Take in ${waiting} files`}
          </Button>
        </div>
      )}
    </div>
  );
}

import { useData } from '#renderer/data/data.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { demoPassphrase, openDemo } from './open-demo.ts';
import { useFirstRun } from './use-first-run.ts';
import styles from './FirstRun.module.css';

/** A made-up unit with a month of work, to look around in. */
export function DemoCard() {
  const data = useData();
  const { progress, problem, run } = useFirstRun();
  return (
    <>
      <p>A made-up signal company with a month of incidents and requests. Nothing in it is real.</p>
      <p className={styles.muted}>Everybody’s passphrase in it is “{demoPassphrase}”.</p>
      <p className={styles.muted}>
        To start your own unit afterwards, clear this site’s data in the browser, or the application’s data
        folder.
      </p>
      {problem && <ProblemAlert problems={[problem]} />}
      {progress !== undefined && <ProgressBar label="Making the demo unit" value={progress} />}
      <div className={styles.buttons}>
        <Button
          busy={progress !== undefined}
          onClick={() => void run((onProgress) => openDemo(data, onProgress))}
        >
          Open the demo unit
        </Button>
      </div>
    </>
  );
}

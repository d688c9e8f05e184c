import { useState } from 'react';
import { useData, type BundleOpened } from '#renderer/data/data.ts';
import { useBridge } from '#renderer/session/bridge.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { readBridgeError } from '#shared/contracts/bridge-errors.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { syncProblem } from '../sync-problem.ts';
import { countAttachments, countEntries } from '../words.ts';
import styles from '../sync.module.css';

interface OpenedFile extends BundleOpened {
  readonly name: string;
}

const bundle = { name: 'Outpost bundle', extensions: ['outpost-bundle'] };

/** Takes in files that somebody brought. */
export function OpenBundle() {
  const { sync } = useData();
  const { files } = useBridge();
  const [opened, setOpened] = useState<OpenedFile>();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const open = async () => {
    setProblem(undefined);
    setOpened(undefined);
    try {
      const file = await files.open([bundle]);
      if (!file) return;
      setBusy(true);
      setOpened({ name: file.name, ...(await sync.openBundle(file.bytes)) });
    } catch (error) {
      setProblem(readBridgeError(error) ?? syncProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.form} role="group" aria-label="Open a bundle">
      <p>Somebody brought a stick? Open each of its files here.</p>
      <div className={styles.actions}>
        <Button busy={isBusy} onClick={() => void open()}>
          Open bundle
        </Button>
      </div>
      {problem && <ProblemAlert problems={[problem]} />}
      {opened && (
        <Notice tone={opened.notice ? 'warning' : 'success'} role="status">
          {opened.name}, file {opened.part}
          {opened.isLast ? ' and last' : ''} of a bundle from {opened.sender}: {countEntries(opened.entries)}{' '}
          new here
          {opened.files.bytes + opened.files.count > 0 &&
            `, ${countAttachments(opened.files)} complete`}.{' '}
          {opened.notice ? `${opened.notice.message} ${opened.notice.next ?? ''}` : ''}
          <span className={styles.hint}>SHA-256 {opened.digest}</span>
        </Notice>
      )}
    </div>
  );
}

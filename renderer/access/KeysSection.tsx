import { roundOf, useData, useKeyChange } from '#renderer/data/data.ts';
import { announce } from '#renderer/session/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { mustDo } from './must-do.ts';
import { useAccessForm } from './use-access-form.ts';
import styles from './access.module.css';

/** New keys for what this device keeps, or for all devices of the unit. */
export function KeysSection() {
  const data = useData();
  const { keyChange, status } = useKeyChange();
  const here = useAccessForm(async () => {
    await keyChange.takeNew();
    announce('This device has a new key');
  });
  const everywhere = useAccessForm(async () => {
    const { unit } = data;
    if (!unit) return;
    const keyRound = String(roundOf(data.config) + 1);
    await mustDo(data, { kind: 'edit', record: unit.id, fields: { keyRound } });
    await keyChange.takeNew();
    announce('All devices of the unit take new keys');
  });
  const problem = here.problem ?? everywhere.problem;
  const { rewriting, olderKeys } = status;
  return (
    <div className={styles.panel}>
      <Section title="Keys">
        <p className={styles.muted}>
          What is kept here is encrypted with a key of this device. After a new one it is written anew in the
          background; work goes on. Other devices of the unit take theirs when they are next opened after an
          exchange.
        </p>
        {problem && <ProblemAlert problems={[problem]} />}
        {rewriting && (
          <ProgressBar
            label="Writing anew with the new key"
            value={rewriting.total === 0 ? undefined : rewriting.done / rewriting.total}
          />
        )}
        {!rewriting && olderKeys > 0 && (
          <p>
            {olderKeys === 1 ? 'An earlier key is' : `${olderKeys} earlier keys are`} kept until a later start
            finds that nothing needs {olderKeys === 1 ? 'it' : 'them'}.
          </p>
        )}
        <div className={styles.buttons}>
          <form onSubmit={here.onSubmit} aria-label="New key for this device">
            <Button type="submit" busy={here.isBusy}>
              New key for this device
            </Button>
          </form>
          <form onSubmit={everywhere.onSubmit} aria-label="New keys for the whole unit">
            <Button type="submit" busy={everywhere.isBusy}>
              New keys for the whole unit
            </Button>
          </form>
        </div>
      </Section>
    </div>
  );
}

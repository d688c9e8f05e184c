import { useEffect, useState } from 'react';
import type { LockedDevice, OpenDevice, WayIn } from '#renderer/data/data.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { Problem } from '#shared/kernel/errors.ts';
import { startProblem } from '#renderer/session/start-problem.ts';
import { CodeForm } from './CodeForm.tsx';
import { OtherProof, ProofInput } from './ProofInput.tsx';
import { useAccessForm } from './use-access-form.ts';
import { useProof } from './use-proof.ts';
import styles from './access.module.css';

interface SignInPageProps {
  readonly device: LockedDevice;
  readonly onOpen: (device: OpenDevice) => void;
}

const lastKey = 'outpost.last-person';

/** Who works here, and the passphrase or PIN that opens what this device keeps. */
export function SignInPage({ device, onOpen }: SignInPageProps) {
  const [waysIn, setWaysIn] = useState<readonly WayIn[]>([]);
  const [chosen, setChosen] = useState(localStorage.getItem(lastKey) ?? '');
  const [isRecovering, setRecovering] = useState(false);
  const [fault, setFault] = useState<Problem>();
  useEffect(() => {
    device.lock.waysIn().then(setWaysIn, (error: unknown) => setFault(startProblem(error)));
  }, [device]);
  const way = waysIn.find(({ id }) => id === chosen) ?? waysIn[0];
  const proof = useProof(device.pins, way?.id);
  const {
    problem = fault,
    isBusy,
    onSubmit,
  } = useAccessForm(async () => {
    if (!way) throw new Error('Nobody may sign in on this device.');
    try {
      const { ring, seat } = proof.isPin
        ? await device.pins.enter(way.id, way.name, proof.text)
        : await device.lock.enter(way.id, proof.text);
      localStorage.setItem(lastKey, way.id);
      onOpen(device.open(ring, seat));
    } catch (error) {
      proof.failed();
      throw error;
    }
  });
  const recover = () => setRecovering(true);
  if (isRecovering) {
    return (
      <CodeForm
        title="Open with the recovery code"
        label="Recovery code"
        button="Open"
        onCode={async (code) => {
          const { ring, secret } = await device.lock.recover(code);
          onOpen(device.open(ring, undefined, secret));
        }}
        other={{ label: 'Back to sign-in', onClick: () => setRecovering(false) }}
      />
    );
  }
  if (way?.kind === 'code') {
    return (
      <CodeForm
        title="Sign in"
        text="This laptop was joining its unit. The one-time code that it was given opens it."
        label="One-time code"
        button="Sign in"
        onCode={async (code) => onOpen(device.open((await device.lock.enter(way.id, code)).ring, undefined))}
        other={{ label: 'Use the recovery code', onClick: recover }}
      />
    );
  }
  return (
    <form className={styles.card} onSubmit={onSubmit} aria-label="Sign in">
      <h1>Sign in</h1>
      {problem && <ProblemAlert problems={[problem]} />}
      {waysIn.length > 1 && (
        <Select
          label="Name"
          value={way?.id ?? ''}
          onChange={(id) => {
            setChosen(id);
            proof.setText('');
          }}
          options={waysIn.map(({ id, name }) => ({
            value: id,
            label: proof.withPin.has(id) ? `${name} · PIN waits` : name,
          }))}
        />
      )}
      {waysIn.length === 1 && way && <p>{way.name}</p>}
      <ProofInput key={way?.id} proof={proof} />
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" busy={isBusy}>
          Sign in
        </Button>
        <OtherProof proof={proof} />
        <Button onClick={recover}>Use the recovery code</Button>
      </div>
    </form>
  );
}

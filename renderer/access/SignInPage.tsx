import { useEffect, useState, type SubmitEvent } from 'react';
import type { LockedDevice, OpenDevice, Seat, WayIn } from '#renderer/data/data.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { KeyRing } from '#shared/trust/key-ring.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { startProblem } from '#renderer/session/start-problem.ts';
import styles from './access.module.css';

interface SignInPageProps {
  readonly device: LockedDevice;
  readonly onOpen: (device: OpenDevice) => void;
}

const lastKey = 'outpost.last-person';

/** Who works here, and the passphrase that opens what this device keeps. */
export function SignInPage({ device, onOpen }: SignInPageProps) {
  const [waysIn, setWaysIn] = useState<readonly WayIn[]>([]);
  const [chosen, setChosen] = useState(localStorage.getItem(lastKey) ?? '');
  const [isRecovering, setRecovering] = useState(false);
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    device.lock.waysIn().then(setWaysIn, (error: unknown) => setProblem(startProblem(error)));
  }, [device]);
  const way = waysIn.find(({ id }) => id === chosen) ?? waysIn[0];
  const open = async (): Promise<[KeyRing, Seat | undefined]> => {
    if (isRecovering) return [await device.lock.recover(text), undefined];
    if (!way) throw new Error('Nobody may sign in on this device.');
    const { ring, seat } = await device.lock.enter(way.id, text);
    localStorage.setItem(lastKey, way.id);
    return [ring, seat];
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      onOpen(device.open(...(await open())));
    } catch (error) {
      setProblem(startProblem(error));
      setText('');
      setBusy(false);
    }
  };
  const isCode = isRecovering || way?.kind === 'code';
  return (
    <form className={styles.card} onSubmit={(event) => void submit(event)} aria-label="Sign in">
      <h1>{isRecovering ? 'Open with the recovery code' : 'Sign in'}</h1>
      {problem && <ProblemAlert problems={[problem]} />}
      {!isRecovering && waysIn.length > 1 && (
        <Select
          label="Name"
          value={way?.id ?? ''}
          onChange={setChosen}
          options={waysIn.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {!isRecovering && waysIn.length === 1 && way?.kind === 'person' && <p>{way.name}</p>}
      {way?.kind === 'code' && !isRecovering && (
        <p>This laptop was joining its unit. The one-time code that it was given opens it.</p>
      )}
      <TextInput
        key={`${way?.id ?? ''} ${String(isRecovering)}`}
        label={isRecovering ? 'Recovery code' : isCode ? 'One-time code' : 'Passphrase'}
        type={isCode ? 'text' : 'password'}
        autoComplete={isCode ? undefined : 'current-password'}
        value={text}
        onChange={setText}
        required
        autoFocus
      />
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" busy={isBusy}>
          {isRecovering ? 'Open' : 'Sign in'}
        </Button>
        <Button
          onClick={() => {
            setRecovering(!isRecovering);
            setText('');
            setProblem(undefined);
          }}
        >
          {isRecovering ? 'Back to sign-in' : 'Use the recovery code'}
        </Button>
      </div>
    </form>
  );
}

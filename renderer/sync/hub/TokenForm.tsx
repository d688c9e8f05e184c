import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { Problem } from '#shared/kernel/errors.ts';
import styles from './hub.module.css';

interface TokenFormProps {
  /** Why the last token was not taken, or the session is over. */
  readonly problem: Problem | undefined;
  readonly isBusy: boolean;
  readonly onToken: (token: string) => Promise<void>;
}

/** Signs an administrator in; without one the hub shows nothing. */
export function TokenForm({ problem, isBusy, onToken }: TokenFormProps) {
  const [token, setToken] = useState('');
  const [error, setError] = useState<string>();
  return (
    <form
      className={styles.token}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const text = token.trim();
        if (text === '') setError('Token is empty.');
        else void onToken(text);
      }}
    >
      <title>Hub administration · Outpost</title>
      <h1 className={styles.title}>Hub administration</h1>
      <p>
        For the administrators of the hub at <strong>{location.host}</strong>. To work with records, open{' '}
        <a href="/">Outpost</a>.
      </p>
      {problem && <ProblemAlert problems={[problem]} />}
      <TextInput
        label="Administrator token"
        type="password"
        required
        autoFocus
        value={token}
        error={error}
        placeholder="outpost_…"
        help="Made on the hub with “npm run server -- token”. The browser does not keep it: it signs you in for twelve hours, or until half an hour has gone without use."
        onChange={(text) => {
          setToken(text);
          setError(undefined);
        }}
      />
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" busy={isBusy}>
          Sign in
        </Button>
      </div>
    </form>
  );
}

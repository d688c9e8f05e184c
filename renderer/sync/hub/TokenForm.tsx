import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import styles from './hub.module.css';

interface TokenFormProps {
  /** The last one was not taken. */
  readonly isRefused: boolean;
  readonly onToken: (token: string) => void;
}

/** Asks for the token of an administrator, without which the hub shows nothing. */
export function TokenForm({ isRefused, onToken }: TokenFormProps) {
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
        else onToken(text);
      }}
    >
      <title>Hub administration · Outpost</title>
      <h1 className={styles.title}>Hub administration</h1>
      <p>
        For the administrators of the hub at <strong>{location.host}</strong>. To work with records, open{' '}
        <a href="/">Outpost</a>.
      </p>
      {isRefused && (
        <Notice tone="danger" role="alert">
          The hub does not know this token. It may have been withdrawn, or copied in part.
        </Notice>
      )}
      <TextInput
        label="Administrator token"
        required
        autoFocus
        value={token}
        error={error}
        placeholder="outpost_…"
        help="Made on the hub with “npm run server -- token”. Kept until this tab is closed."
        onChange={(text) => {
          setToken(text);
          setError(undefined);
        }}
      />
      <div className={styles.buttons}>
        <Button type="submit" variant="primary">
          Open
        </Button>
      </div>
    </form>
  );
}

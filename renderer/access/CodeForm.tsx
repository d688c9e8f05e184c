import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { useAccessForm } from './use-access-form.ts';
import styles from './access.module.css';

interface CodeFormProps {
  readonly title: string;
  readonly text?: string;
  readonly label: string;
  readonly button: string;
  readonly onCode: (code: string) => Promise<void>;
  readonly other: { readonly label: string; readonly onClick: () => void };
}

/** A code on paper opens the device. */
export function CodeForm({ title, text, label, button, onCode, other }: CodeFormProps) {
  const [code, setCode] = useState('');
  const { problem, isBusy, onSubmit } = useAccessForm(async () => {
    try {
      await onCode(code);
    } catch (error) {
      setCode('');
      throw error;
    }
  });
  return (
    <form className={styles.card} onSubmit={onSubmit} aria-label="Sign in">
      <h1>{title}</h1>
      {problem && <ProblemAlert problems={[problem]} />}
      {text && <p>{text}</p>}
      <TextInput label={label} value={code} onChange={setCode} required autoFocus />
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" busy={isBusy}>
          {button}
        </Button>
        <Button onClick={other.onClick}>{other.label}</Button>
      </div>
    </form>
  );
}

import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { agreedPassphrase, noPassphrase, PassphrasePair } from './PassphrasePair.tsx';
import { useAccessForm } from './use-access-form.ts';
import type { Holder } from '#renderer/session/use-holders.ts';
import styles from './access.module.css';

interface AdministratorFormProps {
  /** What the form is called where it is read out. */
  readonly label: string;
  readonly title: string;
  readonly text: string;
  /** What the button says. */
  readonly verb: string;
  readonly administrators: readonly Holder[];
  readonly onSubmit: (chosen: Holder, passphrase: string) => Promise<void>;
}

/** One of the administrators gets a passphrase. */
export function AdministratorForm(props: AdministratorFormProps) {
  const { label, title, text, verb, administrators, onSubmit } = props;
  const [id, setId] = useState('');
  const [typed, setTyped] = useState(noPassphrase);
  const chosen = administrators.find((one) => one.id === id) ?? administrators[0];
  const form = useAccessForm(async () => {
    if (chosen) await onSubmit(chosen, agreedPassphrase(typed));
  });
  return (
    <form className={styles.card} onSubmit={form.onSubmit} aria-label={label}>
      <h1>{title}</h1>
      <p>{text}</p>
      {form.problem && <ProblemAlert problems={[form.problem]} />}
      <Select
        label="Administrator"
        value={chosen?.id ?? ''}
        onChange={setId}
        options={administrators.map((one) => ({ value: one.id, label: one.name }))}
      />
      <PassphrasePair value={typed} onChange={setTyped} />
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" busy={form.isBusy}>
          {verb}
        </Button>
      </div>
    </form>
  );
}

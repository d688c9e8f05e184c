import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { Problem } from '#shared/kernel/errors.ts';
import type { CheckedModel } from './check-model-file.ts';
import styles from './models.module.css';
import { useKeepModel } from './use-keep-model.ts';

interface KeepFormProps {
  readonly checked: CheckedModel;
  /** It was kept, or the person wants none of it. */
  readonly onEnd: () => void;
}

/** What a sound file holds, and which edition it becomes here. */
export function KeepForm({ checked: { model, file }, checked, onEnd }: KeepFormProps) {
  const { keep } = useKeepModel();
  const [edition, setEdition] = useState(model.edition ?? '');
  const [isBusy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const isNamed = edition.trim() !== '';
  const submit = async () => {
    setBusy(true);
    const found = await keep(checked, edition);
    setBusy(false);
    setProblems(found);
    if (found.length === 0) onEnd();
  };
  return (
    <form
      className={styles.form}
      aria-label={`Keep ${model.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (isNamed && !isBusy) void submit();
      }}
    >
      <Notice tone="success" role="status">
        {file.name} is sound: {model.name} ({model.code}), {model.processes.length} processes in{' '}
        {model.domains.length} domains, {model.flows.length} interfaces.
      </Notice>
      <p className={styles.muted}>{model.note}</p>
      <ProblemAlert problems={problems} onDismiss={() => setProblems([])} />
      <div className={styles.edition}>
        <TextInput
          label="Edition"
          required
          maxLength={40}
          value={edition}
          onChange={setEdition}
          help="Version or year. Another edition of the same model is a record of its own."
        />
      </div>
      <div className={styles.line}>
        <Button type="submit" variant="primary" busy={isBusy} disabled={!isNamed}>
          Keep this model
        </Button>
        <Button onClick={onEnd} disabled={isBusy}>
          Do not keep it
        </Button>
      </div>
    </form>
  );
}

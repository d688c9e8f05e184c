import { useState } from 'react';
import { Section } from '#renderer/ui/Section.tsx';
import type { Problem } from '#shared/kernel/errors.ts';
import { checkModelFile, type CheckedModel } from './check-model-file.ts';
import { FaultTable } from './FaultTable.tsx';
import { FileDrop } from './FileDrop.tsx';
import { KeepForm } from './KeepForm.tsx';
import styles from './models.module.css';

type Choice =
  | { readonly kind: 'none' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'refused'; readonly file: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'checked'; readonly checked: CheckedModel };

/** From a file to a kept model: it is checked whole, shown, and kept when the person says so. */
export function ImportModel() {
  const [choice, setChoice] = useState<Choice>({ kind: 'none' });
  const choose = async (file: File) => {
    setChoice({ kind: 'checking' });
    const read = await checkModelFile(file);
    setChoice(
      read.ok
        ? { kind: 'checked', checked: read.value }
        : { kind: 'refused', file: file.name, problems: read.error },
    );
  };
  return (
    <Section title="Import a model">
      <div className={styles.import}>
        <FileDrop
          label="Choose a file"
          hint="A JSON file. It is checked whole, and nothing is kept before you say so."
          isBusy={choice.kind === 'checking'}
          onFile={(file) => void choose(file)}
        />
        {choice.kind === 'refused' && <FaultTable file={choice.file} problems={choice.problems} />}
        {choice.kind === 'checked' && (
          <KeepForm
            key={choice.checked.hash}
            checked={choice.checked}
            onEnd={() => setChoice({ kind: 'none' })}
          />
        )}
      </div>
    </Section>
  );
}

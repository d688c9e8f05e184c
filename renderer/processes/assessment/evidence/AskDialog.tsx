import { useId, useState } from 'react';
import { useData, useDraft } from '#renderer/data/data.ts';
import { FieldEditor } from '#renderer/record/fields/FieldEditor.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import type { CoverageCell } from '#shared/assessment/coverage.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { FieldValue, FieldValues } from '#shared/definition/values.ts';
import { useAsk, askFields } from './use-ask.ts';
import styles from './evidence.module.css';

interface AskDialogProps {
  readonly assessment: RecordView;
  readonly cell: CoverageCell;
  /** Codes of the outcomes that it is asked for. */
  readonly outcomes: readonly string[];
  readonly onClose: () => void;
}

const shown = ['name', 'kind', 'outcomes', 'ask', 'askedOf', 'dueOn'] as const;

/** Asks somebody for evidence of an attribute; what the cell says is filled in. Without a person it is noted as needed. */
export function AskDialog({ assessment, cell, outcomes, onClose }: AskDialogProps) {
  const id = useId();
  const type = useData().catalogue.type('evidence');
  const about = [cell.process, cell.attribute, ...outcomes].join(' ');
  const { draft, save, discard } = useDraft<FieldValues>(`ask:${assessment.id}:${about}`);
  const [typed, setTyped] = useState<FieldValues>();
  const values = typed ?? draft ?? askFields(assessment, cell, outcomes);
  const { ask, problems, isBusy } = useAsk();
  if (!type) return null;
  const isAsked = Boolean(values['askedOf']);
  const send = async () => {
    if (!(await ask(values))) return;
    await discard();
    onClose();
  };
  const set = (name: string, value: FieldValue) => {
    const next = { ...values, [name]: value };
    setTyped(next);
    save(next);
  };
  return (
    <Dialog
      open
      title={`Ask for evidence: ${cell.process} PA ${cell.attribute}`}
      onClose={onClose}
      busy={isBusy}
      actions={
        <>
          <Button onClick={onClose} disabled={isBusy}>
            Leave
          </Button>
          <Button variant="primary" busy={isBusy} onClick={() => void send()}>
            {isAsked ? 'Ask for it' : 'Note as needed'}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        aria-label="Ask for evidence"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <ProblemAlert problems={problems} />
        {shown.flatMap((name) => {
          const field = type.fields[name];
          if (!field) return [];
          return [
            <FieldEditor
              key={name}
              id={`${id}-${name}`}
              field={field}
              label={field.label}
              help={field.help}
              required={name === 'name'}
              value={values[name]}
              onChange={(value) => set(name, value)}
              autoFocus={name === 'askedOf'}
            />,
          ];
        })}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

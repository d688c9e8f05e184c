import { useState } from 'react';
import { useRedactionChoices, type TimelineItem } from '#renderer/data/data.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { EntryRef } from '#shared/kernel/ids.ts';
import { EntryChoices } from './EntryChoices.tsx';
import { ElsewhereList } from './ElsewhereList.tsx';
import { sayingTheSame, soughtText } from './same-text.ts';

interface RedactDialogProps {
  readonly type: RecordType;
  readonly record: RecordView;
  readonly items: readonly TimelineItem[];
  /** The entry that was picked in the timeline. */
  readonly picked: EntryRef;
  readonly onClose: () => void;
}

/** Asks another administrator to have the contents of entries removed everywhere. */
export function RedactDialog({ type, record, items, picked, onClose }: RedactDialogProps) {
  const run = useCommand();
  const choices = useRedactionChoices(record.id) ?? [];
  const [chosen, setChosen] = useState<ReadonlySet<EntryRef>>(new Set([picked]));
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isBusy, setBusy] = useState(false);

  const ask = async () => {
    setBusy(true);
    const entries = choices.map(({ ref }) => ref).filter((ref) => chosen.has(ref));
    const result = await run({ kind: 'redact', record: record.id, entries, reason });
    setBusy(false);
    if (result.ok) onClose();
    else setProblems(result.error);
  };
  return (
    <Dialog
      open
      title={`Redact entries of ${record.number}`}
      width="medium"
      busy={isBusy}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose} disabled={isBusy}>
            Leave as it is
          </Button>
          <Button variant="primary" busy={isBusy} onClick={() => void ask()}>
            Ask for redaction
          </Button>
        </>
      }
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <Notice tone="warning">
          Once another administrator confirms, the texts below are removed for good on every device and hub,
          each with its next exchange. Who wrote them and when stays, and so do choices, dates and links.
          Paper, files that were saved, and backups of hubs are not reached.
        </Notice>
        <ProblemAlert problems={problems} />
        <EntryChoices
          {...{ type, items, choices, chosen }}
          alike={sayingTheSame(choices, chosen)}
          onChange={setChosen}
        />
        <ElsewhereList text={soughtText(choices, chosen)} without={record.id} />
        <TextInput
          label="Reason"
          required
          multiline
          rows={2}
          value={reason}
          onChange={setReason}
          maxLength={500}
          help="Say why, without repeating the text: the reason stays for good."
        />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useDraft } from '#renderer/data/data.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { useShortcuts } from '#renderer/shell/use-shortcuts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { audienceOptions, noteLabels } from './audiences.ts';
import type { ShownRecord } from './use-record-page.ts';
import type { Audience } from '#shared/definition/lifecycle.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import styles from './timeline.module.css';

interface NoteDraft {
  readonly text: string;
  readonly audience: Audience;
  readonly minutes: string;
}

const empty: NoteDraft = { text: '', audience: 'internal', minutes: '' };

/** Writes a note, with who may read it and the minutes of work it claims. What is typed is kept as a draft. */
export function NoteComposer({ shown: { type, record } }: { readonly shown: ShownRecord }) {
  const run = useCommand();
  const { draft, save, discard } = useDraft<NoteDraft>(`note:${record.id}`);
  const [typed, setTyped] = useState<NoteDraft>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const input = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const note = typed ?? draft ?? empty;
  const isOpen = note.text !== '';
  const audiences = audienceOptions(type, record, noteLabels);

  const change = (part: Partial<NoteDraft>) => {
    const next = { ...note, ...part };
    setTyped(next);
    if (next.text === '') void discard();
    else save(next);
  };
  const add = async () => {
    if (!isOpen || isSaving) return;
    setSaving(true);
    const minutes = note.minutes.trim() === '' ? {} : { minutes: Number(note.minutes) };
    const { text, audience } = note;
    const result = await run(
      { kind: 'note', record: record.id, text, audience, ...minutes },
      { quiet: true },
    );
    setSaving(false);
    setProblems(result.ok ? [] : result.error);
    if (!result.ok) return;
    setTyped(empty);
    await discard();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void add();
  };
  // Focus moves once the box has grown, or the page would jump.
  useEffect(() => {
    if (isOpen) input.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  useShortcuts({
    'record.note': () => {
      input.current?.focus();
      return true;
    },
  });
  return (
    <div className={styles.composer} onKeyDown={onKeyDown}>
      <ProblemAlert problems={problems} />
      <TextInput
        label="Note"
        hideLabel
        multiline
        rows={isOpen ? 3 : 1}
        placeholder="Write a note (n)"
        value={note.text}
        inputRef={input}
        onChange={(text) => change({ text })}
      />
      {isOpen && (
        <div className={styles.tools}>
          <div className={styles.audience}>
            <Select
              label="Who reads it"
              hideLabel
              value={note.audience}
              options={audiences}
              onChange={(audience) => change({ audience })}
            />
          </div>
          <div className={styles.minutes}>
            <TextInput
              label="Minutes of work"
              hideLabel
              type="number"
              placeholder="min"
              value={note.minutes}
              onChange={(minutes) => change({ minutes })}
            />
          </div>
          <Button variant="primary" busy={isSaving} onClick={() => void add()} title="Ctrl+Enter">
            Add note
          </Button>
        </div>
      )}
    </div>
  );
}

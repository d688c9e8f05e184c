import { useCallback, useMemo, useState } from 'react';
import { useDraft, useNow } from '#renderer/data/data.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { checkUpdate, type UpdateDraft, type UpdateFaults } from './updates.ts';

export interface UpdateComposer {
  readonly draft: UpdateDraft;
  readonly faults: UpdateFaults;
  readonly problems: readonly Problem[];
  readonly isSending: boolean;
  readonly change: (part: Partial<UpdateDraft>) => void;
  /** Promises the next update this many ms from now. */
  readonly promise: (wait: number) => void;
  readonly send: () => Promise<void>;
}

const noFaults: UpdateFaults = {};

/** Writes an update to stakeholders. What is typed is kept as a draft until it is sent. */
export function useUpdateComposer(record: RecordView): UpdateComposer {
  const run = useCommand();
  const now = useNow();
  const { draft: kept, save, discard } = useDraft<UpdateDraft>(`update:${record.id}`);
  const [typed, setTyped] = useState<UpdateDraft>();
  const [isChecked, setChecked] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isSending, setSending] = useState(false);

  const promised = record.fields['nextUpdateDue'];
  const stillAhead = typeof promised === 'number' && promised > now ? promised : null;
  const draft = useMemo(() => typed ?? kept ?? { text: '', next: stillAhead }, [typed, kept, stillAhead]);
  const faults = checkUpdate(draft, now);

  const change = useCallback(
    (part: Partial<UpdateDraft>) => {
      const next = { ...draft, ...part };
      setTyped(next);
      save(next);
    },
    [draft, save],
  );
  const promise = useCallback((wait: number) => change({ next: now + wait }), [change, now]);
  const send = useCallback(async () => {
    setChecked(true);
    if (isSending || Object.keys(faults).length > 0) return;
    setSending(true);
    const inputs = { stakeholderUpdate: draft.text.trim(), nextUpdateDue: draft.next };
    const result = await run({ kind: 'act', record: record.id, action: 'postUpdate', inputs });
    setSending(false);
    setProblems(result.ok ? [] : result.error);
    if (!result.ok) return;
    setChecked(false);
    setTyped({ text: '', next: null });
    await discard();
  }, [isSending, faults, draft, run, record.id, discard]);

  return { draft, faults: isChecked ? faults : noFaults, problems, isSending, change, promise, send };
}

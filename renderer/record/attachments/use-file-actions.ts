import { useCallback, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { readBridgeError } from '#shared/contracts/bridge-errors.ts';
import { useBridge } from '#renderer/session/bridge.tsx';
import { toast } from '#renderer/session/toasts.ts';
import { rememberDone, useUndo } from '#renderer/session/undo.ts';
import type { Attachment, RecordView } from '#shared/definition/record.ts';
import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { endingOf, savedName, shownName } from './file-name.ts';

export interface FileActions {
  readonly problems: readonly Problem[];
  readonly dismiss: () => void;
  /** Hash of the file that is being read, sent or fetched. */
  readonly busy: string | undefined;
  readonly save: (file: Attachment) => void;
  /** Sends or fetches it now, whatever its size. */
  readonly want: (file: Attachment) => void;
  readonly remove: (file: Attachment) => void;
  /** What a file holds; undefined where it cannot be read, which is told. */
  readonly read: (file: Attachment) => Promise<Uint8Array | undefined>;
}

/** What can be done with the files of a record. */
export function useFileActions(record: RecordView): FileActions {
  const data = useData();
  const bridge = useBridge();
  const undo = useUndo();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState<string>();

  const during = useCallback(async <Result>(file: Attachment, work: () => Promise<Result>) => {
    setBusy(file.hash);
    setProblems([]);
    try {
      return await work();
    } catch (error) {
      setProblems([problemOf(error)]);
      return undefined;
    } finally {
      setBusy(undefined);
    }
  }, []);

  const read = useCallback(
    (file: Attachment) => during(file, () => data.attachments.read(file.hash)),
    [data, during],
  );
  const save = useCallback(
    (file: Attachment) =>
      void during(file, async () => {
        const bytes = await data.attachments.read(file.hash);
        const name = savedName(file.name);
        const ending = endingOf(name);
        const filters = ending ? [{ name: `${ending.toUpperCase()} file`, extensions: [ending] }] : [];
        const saved = await bridge.files.saveAs(name, bytes, filters);
        if (saved !== null) toast({ text: `${shownName(file.name)} saved`, tone: 'success' });
      }),
    [bridge, data, during],
  );
  const want = useCallback(
    (file: Attachment) => void during(file, () => data.sync.wantFile(file.hash)),
    [data, during],
  );
  const remove = useCallback(
    (file: Attachment) =>
      void during(file, async () => {
        const result = await data.undo([{ record: record.id, ref: file.ref }]);
        if (!result.ok) {
          setProblems(result.error);
          return;
        }
        const label = `${shownName(file.name)} removed from ${record.number}`;
        const undoable = { done: result.value, label };
        rememberDone(undoable);
        toast({ text: label, action: { label: 'Undo', onSelect: () => void undo(undoable) } });
      }),
    [data, during, record.id, record.number, undo],
  );
  return { problems, dismiss: () => setProblems([]), busy, save, want, remove, read };
}

function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  const known = readBridgeError(error);
  return known ?? problem('OUT-STO-015', { reason: error instanceof Error ? error.message : String(error) });
}

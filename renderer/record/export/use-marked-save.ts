import { useCallback, useState } from 'react';
import { useBridge } from '#renderer/session/bridge.tsx';
import { fileMarking } from '#renderer/session/shown-markings.ts';
import { toast } from '#renderer/session/toasts.ts';
import { readBridgeError } from '#shared/contracts/bridge-errors.ts';
import { isAboveLowest } from '#shared/definition/marking.ts';
import { problem, type Problem } from '#shared/kernel/errors.ts';

/** A file that is made, with the highest marking of what it holds. */
interface MarkedFile {
  /** Without marking and extension. */
  readonly name: string;
  readonly kind: { readonly name: string; readonly extensions: readonly [string] };
  readonly bytes: Uint8Array;
  readonly marking: string;
}

export interface MarkedSave {
  readonly problems: readonly Problem[];
  /** Marking of a file that is made and waits for the word of the person: `confirm` saves it. */
  readonly asks: string | undefined;
  /** Makes a file and saves it, or waits where it is marked. @param path for the refusal. True when it was saved. */
  readonly offer: (path: string, make: () => Promise<MarkedFile | undefined>) => Promise<boolean>;
  readonly confirm: () => Promise<boolean>;
  readonly forget: () => void;
}

/** Saves files where the person says, with the marking in their names; what is marked only after they were told so. */
export function useMarkedSave(): MarkedSave {
  const bridge = useBridge();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [waiting, setWaiting] = useState<MarkedFile>();

  const during = useCallback(async (path: string, work: () => Promise<boolean>) => {
    setProblems([]);
    try {
      return await work();
    } catch (error) {
      const reason =
        readBridgeError(error)?.message ?? (error instanceof Error ? error.message : String(error));
      setProblems([problem('OUT-SHL-003', { path, reason })]);
      return false;
    }
  }, []);
  const save = useCallback(
    async ({ name, kind, bytes, marking }: MarkedFile) => {
      const file = `${name} ${fileMarking(marking)}.${kind.extensions[0]}`;
      const saved = await bridge.files.saveAs(file, bytes, [kind]);
      if (saved === null) return false;
      toast({ text: `Saved as ${saved}`, tone: 'success' });
      return true;
    },
    [bridge],
  );
  const offer = useCallback<MarkedSave['offer']>(
    (path, make) => {
      setWaiting(undefined);
      return during(path, async () => {
        const file = await make();
        if (!file) return false;
        if (!isAboveLowest(file.marking)) return save(file);
        setWaiting(file);
        return false;
      });
    },
    [during, save],
  );
  const confirm = useCallback(async () => {
    if (!waiting) return false;
    const isSaved = await during(waiting.name, () => save(waiting));
    if (isSaved) setWaiting(undefined);
    return isSaved;
  }, [during, save, waiting]);
  const forget = useCallback(() => setWaiting(undefined), []);
  return { problems, asks: waiting?.marking, offer, confirm, forget };
}

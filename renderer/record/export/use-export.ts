import { useCallback, useRef, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { useBridge } from '#renderer/session/bridge.tsx';
import { toast } from '#renderer/session/toasts.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { readBridgeError } from '#shared/contracts/bridge-errors.ts';
import { problem, type Problem } from '#shared/kernel/errors.ts';
import { fileMarking } from '#renderer/session/shown-markings.ts';
import { isAboveLowest } from '#shared/definition/marking.ts';
import { useKnownActor } from '../known-actor.ts';
import { exportRecords, type ExportFormat, type ExportProgress, type ExportWish } from './export-records.ts';

const kinds = {
  csv: { name: 'Comma-separated values', extensions: ['csv'] },
  xlsx: { name: 'Excel workbook', extensions: ['xlsx'] },
} as const;

/** A file that waits for the word of the person, because its contents are marked. */
interface MarkedFile {
  readonly name: string;
  readonly format: ExportFormat;
  readonly bytes: Uint8Array;
  readonly marking: string;
}

export interface Export {
  readonly progress: ExportProgress | undefined;
  readonly problems: readonly Problem[];
  /** Marking of a file that is made and not saved yet: `confirm` saves it. */
  readonly asks: string | undefined;
  /** True when the file was saved. */
  readonly start: (wish: ExportWish, name: string) => Promise<boolean>;
  readonly confirm: () => Promise<boolean>;
  readonly cancel: () => void;
}

/** Writes records into a file that the person chooses. */
export function useExport(): Export {
  const data = useData();
  const actor = useKnownActor();
  const bridge = useBridge();
  const zone = useZone();
  const running = useRef<AbortController>(undefined);
  const [progress, setProgress] = useState<ExportProgress>();
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
    async ({ name, format, bytes }: MarkedFile) => {
      const saved = await bridge.files.saveAs(name, bytes, [kinds[format]]);
      if (saved === null) return false;
      toast({ text: `Saved as ${saved}`, tone: 'success' });
      return true;
    },
    [bridge],
  );

  const start = useCallback(
    async (wish: ExportWish, name: string) => {
      const controller = new AbortController();
      running.current = controller;
      setWaiting(undefined);
      setProgress({ done: 0, total: 0 });
      const options = { actor, zone, signal: controller.signal, onProgress: setProgress };
      const isSaved = await during(`${name}.${wish.format}`, async () => {
        const made = await exportRecords(data, wish, options);
        if (!made) return false;
        const file = {
          ...made,
          name: `${name} ${fileMarking(made.marking)}.${wish.format}`,
          format: wish.format,
        };
        if (!isAboveLowest(made.marking)) return save(file);
        setWaiting(file);
        return false;
      });
      setProgress(undefined);
      return isSaved;
    },
    [actor, data, during, save, zone],
  );
  const confirm = useCallback(
    async () => waiting !== undefined && during(waiting.name, () => save(waiting)),
    [during, save, waiting],
  );
  const cancel = useCallback(() => running.current?.abort(), []);
  return { progress, problems, asks: waiting?.marking, start, confirm, cancel };
}

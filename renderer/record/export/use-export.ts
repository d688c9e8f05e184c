import { useCallback, useRef, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { useBridge } from '#renderer/session/bridge.tsx';
import { toast } from '#renderer/session/toasts.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { readBridgeError } from '#shared/contracts/bridge-errors.ts';
import { problem, type Problem } from '#shared/kernel/errors.ts';
import { useKnownActor } from '../known-actor.ts';
import { exportRecords, type ExportProgress, type ExportWish } from './export-records.ts';

const kinds = {
  csv: { name: 'Comma-separated values', extensions: ['csv'] },
  xlsx: { name: 'Excel workbook', extensions: ['xlsx'] },
} as const;

export interface Export {
  readonly progress: ExportProgress | undefined;
  readonly problems: readonly Problem[];
  /** True when the file was saved. */
  readonly start: (wish: ExportWish, name: string) => Promise<boolean>;
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

  const start = useCallback(
    async (wish: ExportWish, name: string) => {
      const controller = new AbortController();
      running.current = controller;
      setProblems([]);
      setProgress({ done: 0, total: 0 });
      const file = `${name}.${wish.format}`;
      try {
        const options = { actor, zone, signal: controller.signal, onProgress: setProgress };
        const bytes = await exportRecords(data, wish, options);
        const saved = bytes ? await bridge.files.saveAs(file, bytes, [kinds[wish.format]]) : null;
        if (saved === null) return false;
        toast({ text: `Saved as ${saved}`, tone: 'success' });
        return true;
      } catch (error) {
        const reason =
          readBridgeError(error)?.message ?? (error instanceof Error ? error.message : String(error));
        setProblems([problem('OUT-SHL-003', { path: file, reason })]);
        return false;
      } finally {
        setProgress(undefined);
      }
    },
    [actor, bridge, data, zone],
  );
  const cancel = useCallback(() => running.current?.abort(), []);
  return { progress, problems, start, cancel };
}

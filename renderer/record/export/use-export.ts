import { useCallback, useRef, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import type { Problem } from '#shared/kernel/errors.ts';
import { useKnownActor } from '../known-actor.ts';
import { exportRecords, type ExportProgress, type ExportWish } from './export-records.ts';
import { useMarkedSave } from './use-marked-save.ts';

const kinds = {
  csv: { name: 'Comma-separated values', extensions: ['csv'] },
  xlsx: { name: 'Excel workbook', extensions: ['xlsx'] },
} as const;

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
  const zone = useZone();
  const running = useRef<AbortController>(undefined);
  const [progress, setProgress] = useState<ExportProgress>();
  const { problems, asks, offer, confirm } = useMarkedSave();

  const start = useCallback(
    async (wish: ExportWish, name: string) => {
      const controller = new AbortController();
      running.current = controller;
      setProgress({ done: 0, total: 0 });
      const options = { actor, zone, signal: controller.signal, onProgress: setProgress };
      const isSaved = await offer(`${name}.${wish.format}`, async () => {
        const made = await exportRecords(data, wish, options);
        return made && { ...made, name, kind: kinds[wish.format] };
      });
      setProgress(undefined);
      return isSaved;
    },
    [actor, data, offer, zone],
  );
  const cancel = useCallback(() => running.current?.abort(), []);
  return { progress, problems, asks, start, confirm, cancel };
}

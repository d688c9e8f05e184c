import { useRef, useState } from 'react';
import { useData, type BundleChecked, type BundleOpened } from '#renderer/data/data.ts';
import { useBridge } from '#renderer/session/bridge.tsx';
import { announce } from '#renderer/session/toasts.ts';
import type { ChosenFile } from '#shared/contracts/bridge.ts';
import { readBridgeError } from '#shared/contracts/bridge-errors.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { syncProblem } from '../sync-problem.ts';

/** A chosen file, and how far it has come. */
export interface BroughtFile {
  readonly id: number;
  readonly name: string;
  /** There until it was taken in. */
  readonly bytes?: Uint8Array | undefined;
  readonly checked?: BundleChecked;
  readonly opened?: BundleOpened;
  /** Why it cannot be taken in. */
  readonly problem?: Problem;
}

/** It was found good and waits for somebody to say yes. */
export function isWaiting({ checked, opened, problem }: BroughtFile): boolean {
  return checked !== undefined && opened === undefined && problem === undefined;
}

const bundle = { name: 'Outpost bundle', extensions: ['outpost-bundle'] };

/** Files of bundles: chosen and checked first, taken in when somebody says so. */
export function useOpenBundle() {
  const { sync } = useData();
  const bridge = useBridge();
  const last = useRef(0);
  const [files, setFiles] = useState<readonly BroughtFile[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);

  const change = (id: number, changed: Partial<BroughtFile>) =>
    setFiles((all) => all.map((file) => (file.id === id ? { ...file, ...changed } : file)));
  const busily = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(readBridgeError(error) ?? syncProblem(error));
    } finally {
      setBusy(false);
    }
  };

  const choose = () =>
    busily(async () => {
      const chosen = await bridge.files.openSeveral([bundle]);
      if (chosen.length === 0) return;
      const brought = chosen.map((file: ChosenFile): BroughtFile => ({ id: (last.current += 1), ...file }));
      // What is done makes room; what still waits for an answer stays.
      setFiles((all) => [...all.filter(isWaiting), ...brought]);
      for (const { id, bytes } of brought) {
        if (!bytes) continue;
        try {
          change(id, { checked: await sync.checkBundle(bytes) });
        } catch (error) {
          change(id, { problem: syncProblem(error) });
        }
      }
      announce(chosen.length === 1 ? 'The file was checked.' : `${chosen.length} files were checked.`);
    });

  const takeIn = () =>
    busily(async () => {
      for (const { id, bytes } of files.filter(isWaiting).sort(byPart)) {
        if (!bytes) continue;
        try {
          change(id, { opened: await sync.openBundle(bytes), bytes: undefined });
        } catch (error) {
          change(id, { problem: syncProblem(error) });
        }
      }
    });

  const leave = (id: number) => setFiles((all) => all.filter((file) => file.id !== id));
  return { files, problem, isBusy, choose, takeIn, leave };
}

/** Parts in their order, so that none has to wait for another. */
function byPart({ checked: a }: BroughtFile, { checked: b }: BroughtFile): number {
  if (!a || !b || a.bundle !== b.bundle) return (a?.madeAt ?? 0) - (b?.madeAt ?? 0);
  return a.part - b.part;
}

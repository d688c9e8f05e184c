import { useEffect, useState } from 'react';
import { useData, useSyncStatus, type BundleFiles, type BundleReceiver } from '#renderer/data/data.ts';
import { useBridge } from '#renderer/session/bridge.tsx';
import { announce, toast } from '#renderer/session/toasts.ts';
import { readBridgeError } from '#shared/contracts/bridge-errors.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { syncProblem } from '../sync-problem.ts';

/** What is asked of a bundle, as it stands in the form. */
export interface BundleWish {
  readonly receiver: string;
  /** A day, `2026-11-22`, or empty for what the receiver is not known to hold. */
  readonly since: string;
  readonly partBytes: string;
  /** Bytes of an attachment at most, 0 for none. */
  readonly largestFile: string;
}

const none: readonly BundleReceiver[] = [];
const bundle = { name: 'Outpost bundle', extensions: ['outpost-bundle'] };
const text = { name: 'Text', extensions: ['txt'] };

/** Whom bundles can be made for, read again after every exchange. */
export function useReceivers(): readonly BundleReceiver[] {
  const { sync } = useData();
  const status = useSyncStatus();
  const [receivers, setReceivers] = useState(none);
  const isConnected = status.hubs.length > 0;
  useEffect(() => {
    let isOver = false;
    if (isConnected) {
      sync.receivers().then(
        (found) => {
          if (!isOver) setReceivers(found);
        },
        // The list stays as it was; making a bundle says what is wrong.
        () => undefined,
      );
    }
    return () => {
      isOver = true;
    };
  }, [sync, isConnected, status]);
  return receivers;
}

/** Makes a bundle and saves its files and manifest. */
export function useMakeBundle() {
  const { sync } = useData();
  const { files } = useBridge();
  const [made, setMade] = useState<BundleFiles>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const make = async ({ receiver, since, partBytes, largestFile }: BundleWish) => {
    setBusy(true);
    setProblem(undefined);
    setMade(undefined);
    try {
      const from = since === '' ? {} : { since: Date.parse(`${since}T00:00:00Z`) };
      const sizes = { partBytes: Number(partBytes), largestFile: Number(largestFile) };
      setMade(await sync.exportBundle({ receiver, ...sizes, ...from }));
      announce('The bundle is ready to be saved.');
    } catch (error) {
      setProblem(syncProblem(error));
    } finally {
      setBusy(false);
    }
  };

  const save = async (name: string, bytes: Uint8Array, isText = false) => {
    try {
      const saved = await files.saveAs(name, bytes, [isText ? text : bundle]);
      if (saved !== null) toast({ text: `Saved as ${saved}`, tone: 'success' });
    } catch (error) {
      toast({ text: readBridgeError(error)?.message ?? 'The file could not be saved.', tone: 'danger' });
    }
  };

  return { made, isBusy, problem, make, save };
}

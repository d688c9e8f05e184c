import { useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { useBridge } from '#renderer/session/bridge.tsx';
import { useCommand } from '#renderer/session/use-command.ts';
import { readBridgeError } from '#shared/contracts/bridge-errors.ts';
import { usualMarking } from '#shared/engine/marking.ts';
import { problem, type Problem } from '#shared/kernel/errors.ts';
import { keptResultFields, keptResultId } from '#shared/processes/improvement/kept-result.ts';
import { readTaken, signatureWords, type TakenResult } from './taken-result.ts';

const resultFile = { name: 'Result of an assessment', extensions: ['json'] };

export interface TakeIn {
  /** What a file holds that is not kept yet. */
  readonly taken: TakenResult | undefined;
  readonly problems: readonly Problem[];
  readonly isBusy: boolean;
  readonly choose: () => Promise<void>;
  /** Keeps it; gives the record's id. The same result is kept once. */
  readonly keep: () => Promise<string | undefined>;
}

/** Reads a result file that the person chooses, and keeps what it holds. */
export function useTakeIn(): TakeIn {
  const data = useData();
  const { files } = useBridge();
  const run = useCommand();
  const [chosen, setChosen] = useState<{ readonly taken: TakenResult; readonly bytes: Uint8Array }>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isBusy, setBusy] = useState(false);

  const choose = async () => {
    setBusy(true);
    try {
      const file = await files.open([resultFile]);
      if (!file) return;
      const result = await readTaken(data.signing, file.name, file.bytes);
      setChosen(result.ok ? { taken: result.value, bytes: file.bytes } : undefined);
      setProblems(result.ok ? [] : [result.error]);
    } catch (error) {
      setChosen(undefined);
      setProblems([readBridgeError(error) ?? faultOf(error)]);
    } finally {
      setBusy(false);
    }
  };
  const keep = async () => {
    if (!chosen) return undefined;
    setBusy(true);
    const faults = await kept(chosen.taken, chosen.bytes);
    setProblems(faults);
    setBusy(false);
    return faults.length === 0 ? keptResultId(chosen.taken.hash) : undefined;
  };
  const kept = async (taken: TakenResult, bytes: Uint8Array): Promise<readonly Problem[]> => {
    const id = keptResultId(taken.hash);
    const { cover } = taken.report;
    const known = await data.load(id);
    if (!known) {
      const marking = cover.marking === usualMarking(data.config) ? '' : cover.marking;
      const fields = keptResultFields(taken, signatureWords(taken.signatures), marking);
      const made = await run({ kind: 'create', type: 'assessment-result', id, fields }, { quiet: true });
      if (!made.ok) return made.error;
    }
    if ((known?.attachments ?? []).length > 0) return [];
    const file = new File([new Uint8Array(bytes)], `Result ${cover.number}.json`, {
      type: 'application/json',
    });
    const added = await data.attachments.add(id, file, { audience: 'internal' });
    return !added || added.ok ? [] : added.error;
  };
  return { taken: chosen?.taken, problems, isBusy, choose, keep };
}

function faultOf(error: unknown): Problem {
  const fault = error instanceof Error ? error.message : String(error);
  return problem('OUT-APP-001', { place: 'reading the result file', fault });
}

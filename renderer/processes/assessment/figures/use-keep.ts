import { useEffect, useRef, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import type { Cell } from '#shared/assessment/workbook.ts';
import { listOf, type RecordView } from '#shared/definition/record.ts';
import type { Period } from '#shared/engine/figure.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { codesOf, keptFields, keptId, type Figure } from './kept-figure.ts';

interface KeepOptions {
  readonly assessment: RecordView;
  readonly cell: Cell;
  /** The rating that the evidence is for; undefined where nothing is rated yet. */
  readonly rating: RecordView | undefined;
  readonly period: Period;
  readonly at: number | undefined;
  /** Puts evidence to the rating, making it where there is none. */
  readonly onEvidence: (evidence: readonly string[]) => void;
}

/** Makes evidence of a figure and puts it to the rating. */
export function useKeep({ assessment, cell, rating, period, at, onEvidence }: KeepOptions) {
  const data = useData();
  const run = useCommand();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState('');
  const linked = rating ? listOf(rating, 'evidence') : [];
  // What was kept a moment ago, until the rating says so too.
  const added = useRef<readonly string[]>([]);
  useEffect(() => {
    added.current = added.current.filter((id) => !linked.includes(id));
  });
  const keeping = { assessment: assessment.id, cell, period, at: at ?? 0, zone: data.zone };

  const make = async (id: string, figure: Figure): Promise<readonly Problem[]> => {
    const known = await data.load(id);
    if (!known) {
      const fields = keptFields(keeping, figure);
      const made = await run({ kind: 'create', type: 'evidence', id, fields }, { quiet: true });
      if (!made.ok) return made.error;
      const taken = await run({ kind: 'act', record: id, action: 'receive', inputs: {} }, { quiet: true });
      return taken.ok ? [] : taken.error;
    }
    const { attributes, outcomes } = codesOf(cell);
    const all = (field: string, more: readonly string[]) => [...new Set([...listOf(known, field), ...more])];
    const fields = { attributes: all('attributes', attributes), outcomes: all('outcomes', outcomes) };
    const added = await run({ kind: 'edit', record: id, fields }, { quiet: true });
    // Evidence that was judged already stays as it is; it can be put to another rating all the same.
    return added.ok || added.error.every(({ code }) => code === 'OUT-LIF-006') ? [] : added.error;
  };
  const keep = async (figure: Figure) => {
    const id = keptId(keeping, figure);
    setBusy(figure.metric.name);
    const faults = await make(id, figure);
    setBusy('');
    setProblems(faults);
    if (faults.length > 0) return;
    added.current = [...added.current, id];
    onEvidence([...new Set([...linked, ...added.current])]);
  };
  return {
    keep,
    /** Name of the metric that is being kept; '' while none is. */
    busy,
    linked,
    idOf: (figure: Figure) => keptId(keeping, figure),
    problems,
    dismiss: () => setProblems([]),
  };
}

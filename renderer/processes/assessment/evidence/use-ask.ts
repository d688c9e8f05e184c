import { useState } from 'react';
import { useCommand } from '#renderer/session/use-command.ts';
import type { CoverageCell } from '#shared/assessment/coverage.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { isEmpty, type FieldValues } from '#shared/definition/values.ts';
import type { Problem } from '#shared/kernel/errors.ts';

/** Fields of a request for evidence, as far as a cell and the outcomes asked for say them. */
export function askFields(
  assessment: RecordView,
  { process, attribute, items }: CoverageCell,
  outcomes: readonly string[],
): FieldValues {
  const about = items.filter(({ item }) => outcomes.includes(item.code)).map(({ item }) => item);
  const look = [...new Set(about.flatMap(({ evidence, workProducts }) => evidence ?? workProducts ?? []))];
  const [only] = about.length === 1 ? about : [];
  return {
    assessment: assessment.id,
    name: `${only ? only.code : `${process} PA ${attribute}`}: ${look.slice(0, 3).join('; ') || (only?.text ?? 'all of it')}`.slice(
      0,
      200,
    ),
    kind: 'document',
    processes: [process],
    attributes: [attribute],
    outcomes: about.map(({ code }) => code),
    ask: look.join('\n'),
  };
}

/** What the act of asking sets. */
const ofRequest = ['askedOf', 'dueOn'];

export interface Asking {
  readonly problems: readonly Problem[];
  readonly isBusy: boolean;
  /** True when it was done. */
  readonly ask: (values: FieldValues) => Promise<boolean>;
}

/** Makes the piece of evidence and, where somebody is named, asks them for it. */
export function useAsk(): Asking {
  const run = useCommand();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [made, setMade] = useState<string>();

  const ask = async (values: FieldValues) => {
    setBusy(true);
    const record = made ?? (await make(values));
    const isDone = record !== undefined && (await request(record, values));
    setBusy(false);
    return isDone;
  };
  const make = async (values: FieldValues) => {
    const fields = Object.fromEntries(Object.entries(values).filter(([name]) => !ofRequest.includes(name)));
    const done = await run({ kind: 'create', type: 'evidence', fields });
    setProblems(done.ok ? [] : done.error);
    // A second try after a refused request does not make it twice.
    if (done.ok) setMade(done.value.record);
    return done.ok ? done.value.record : undefined;
  };
  const request = async (record: string, { askedOf = null, dueOn = null }: FieldValues) => {
    if (isEmpty(askedOf)) return true;
    const inputs = isEmpty(dueOn) ? { askedOf } : { askedOf, dueOn };
    const done = await run({ kind: 'act', record, action: 'request', inputs }, { quiet: true });
    setProblems(done.ok ? [] : done.error);
    return done.ok;
  };
  return { problems, isBusy, ask };
}

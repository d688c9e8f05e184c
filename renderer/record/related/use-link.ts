import { useCallback, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { listOf, type RecordView } from '#shared/definition/record.ts';
import type { FieldValue } from '#shared/definition/values.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { Relation } from './relations.ts';

export interface Link {
  readonly problems: readonly Problem[];
  readonly link: (other: string) => Promise<void>;
  readonly unlink: (other: string) => Promise<void>;
}

/** Ties two records together or apart, by the reference field of whichever side holds it. */
export function useLink(record: RecordView, relation: Relation): Link {
  const data = useData();
  const run = useCommand();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { field, isOwn, isSet } = relation;

  const change = useCallback(
    async (other: string, isLinked: boolean) => {
      const [holder, member] = isOwn ? [record, other] : [await data.load(other), record.id];
      if (!holder) return;
      const members = listOf(holder, field);
      const others = members.filter((one) => one !== member);
      const value: FieldValue = isSet ? (isLinked ? [...others, member] : others) : isLinked ? member : null;
      const result = await run({ kind: 'edit', record: holder.id, fields: { [field]: value } });
      setProblems(result.ok ? [] : result.error);
    },
    [data, run, record, field, isOwn, isSet],
  );
  const link = useCallback((other: string) => change(other, true), [change]);
  const unlink = useCallback((other: string) => change(other, false), [change]);
  return { problems, link, unlink };
}

import type { RecordType } from '../definition/record-type.ts';
import type { RecordView } from '../definition/record.ts';
import { compareEntries, foldRecord } from '../changelog/fold.ts';
import type { Entry } from '../changelog/entry.ts';
import { projectRecord } from '../changelog/project.ts';
import { giftsTo } from '../engine/role-checks.ts';
import { shapeOf } from '../engine/shape.ts';
import { problem, type Problem } from '../kernel/errors.ts';
import type { Heard } from './heard.ts';

/** Nobody gives a role to themself while another administrator could (PER-211). */
export async function giftFault(
  { entry }: Heard,
  type: RecordType,
  standing: readonly Heard[],
  hasOther: () => Promise<boolean>,
): Promise<Problem | undefined> {
  if (type.name !== 'person' && type.name !== 'assignment') return undefined;
  const before = standing.map((one) => one.entry).filter((other) => compareEntries(other, entry) < 0);
  const held = giftsTo(entry.actor, viewOf(type, before));
  const given = giftsTo(entry.actor, viewOf(type, [...before, entry]));
  if (given.every((gift) => held.includes(gift)) || !(await hasOther())) return undefined;
  return problem('OUT-RUL-009');
}

function viewOf(type: RecordType, entries: readonly Entry[]): RecordView | undefined {
  return entries.length > 0 ? projectRecord(foldRecord(entries), shapeOf(type)) : undefined;
}

import { isVector, type Vector } from '#shared/sync/vector.ts';
import type { ReplicaRow } from '../storage/tables.ts';

/** What a replica holds, as far as it or others have told. */
export function heldBy({ holds }: Pick<ReplicaRow, 'holds'>): Vector {
  const held: unknown = holds === null ? {} : JSON.parse(holds);
  return isVector(held) ? held : {};
}

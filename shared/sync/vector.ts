import { isReplicaId, type ReplicaId } from '../kernel/ids.ts';

/** Highest entry number held, by replica; an absent replica is held up to 0. Logs have no gaps, so this says exactly what is held. */
export type Vector = Readonly<Record<ReplicaId, number>>;

/** Entries of one replica, first and last number included. */
export interface Range {
  readonly replica: ReplicaId;
  readonly from: number;
  readonly to: number;
}

export const emptyVector: Vector = {};

/** Highest number held of a replica, 0 for one that is unknown. */
export function heldOf(vector: Vector, replica: ReplicaId): number {
  return Object.hasOwn(vector, replica) ? (vector[replica] ?? 0) : 0;
}

/** Does `a` hold everything that `b` holds? */
export function covers(a: Vector, b: Vector): boolean {
  return Object.entries(b).every(([replica, seq]) => heldOf(a, replica) >= seq);
}

/** What `offered` holds beyond `have`, by replica id. */
export function missingFrom(have: Vector, offered: Vector): readonly Range[] {
  return Object.entries(offered)
    .map(([replica, to]) => ({ replica, from: heldOf(have, replica) + 1, to }))
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => (a.replica < b.replica ? -1 : 1));
}

/** What two hold together: of each replica the higher number. */
export function mergeVectors(a: Vector, b: Vector): Vector {
  const merged: Record<ReplicaId, number> = { ...a };
  for (const [replica, seq] of Object.entries(b)) merged[replica] = Math.max(heldOf(a, replica), seq);
  return merged;
}

/** What both hold: of each replica the lower number. Replicas held up to 0 are left out. */
export function intersectVectors(a: Vector, b: Vector): Vector {
  const shared = Object.keys(a).map(
    (replica) => [replica, Math.min(heldOf(a, replica), heldOf(b, replica))] as const,
  );
  return Object.fromEntries(shared.filter(([, seq]) => seq > 0));
}

/** The same, held at most up to the numbers that `most` names. Replicas held up to 0 are left out. */
export function loweredVector(vector: Vector, most: Vector): Vector {
  const lowered = Object.entries(vector).map(([replica, seq]) => {
    return [replica, Object.hasOwn(most, replica) ? Math.min(seq, heldOf(most, replica)) : seq] as const;
  });
  return Object.fromEntries(lowered.filter(([, seq]) => seq > 0));
}

/** Number of entries that a vector holds. */
export function countEntries(vector: Vector): number {
  return Object.values(vector).reduce((sum, seq) => sum + seq, 0);
}

/** Is it a vector whose replicas are ids and whose numbers are whole and above 0? */
export function isVector(value: unknown): value is Vector {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(
      ([replica, seq]) => isReplicaId(replica) && Number.isSafeInteger(seq) && seq > 0,
    )
  );
}

import { hashBytes, toBase64Url } from '../kernel/canonical.ts';
import type { ReplicaId } from '../kernel/ids.ts';
import { encodeUtf8 } from '../kernel/platform.ts';

const idBytes = 8;

/**
 * The replica id under which entries go on that forked off a log. Whoever holds them and finds the fork comes to the same id, so
 * the entries are the same wherever they were moved. @param hash of the first entry that differs from the log that kept the id.
 */
export function forkedReplicaId(replica: ReplicaId, hash: string): ReplicaId {
  return toBase64Url(hashBytes(encodeUtf8(`outpost-fork/1 ${replica} ${hash}`)).subarray(0, idBytes));
}

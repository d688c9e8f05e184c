import { canonicalBytes, toBase64Url } from '../kernel/canonical.ts';
import type { ReplicaId } from '../kernel/ids.ts';
import { signBytes, verifyBytes } from './keys.ts';

/** A replica that was enrolled in the workspace. It is never taken out: a revoked one keeps its place. */
export interface DirectoryReplica {
  readonly replica: ReplicaId;
  readonly name: string;
  /** As it stands in record numbers. */
  readonly shortCode: string;
  /** Ed25519 and X25519 public keys, 32 bytes each. */
  readonly signKey: Uint8Array;
  readonly boxKey: Uint8Array;
  readonly kind: 'device' | 'hub';
  /** Epoch ms. */
  readonly revokedAt?: number;
}

/** Who is who in a workspace, signed by its hub. A higher version replaces a lower one. */
export interface Directory {
  readonly workspace: string;
  /** 1, 2, 3 … */
  readonly version: number;
  /** The hub that signed it. */
  readonly hub: ReplicaId;
  readonly replicas: readonly DirectoryReplica[];
  /** 64 bytes. */
  readonly signature: Uint8Array;
}

const use = 'outpost-directory/1';

/** @param secret the hub's Ed25519 secret. */
export function signDirectory(secret: Uint8Array, directory: Omit<Directory, 'signature'>): Directory {
  return { ...directory, signature: signBytes(secret, use, textOf(directory)) };
}

/** Never throws. @param signKey Ed25519 public key of the hub, known since the enrolment. */
export function verifyDirectory(signKey: Uint8Array, directory: Directory): boolean {
  return verifyBytes(signKey, use, textOf(directory), directory.signature);
}

export function findReplica(directory: Directory, replica: ReplicaId): DirectoryReplica | undefined {
  return directory.replicas.find((known) => known.replica === replica);
}

function textOf({ workspace, version, hub, replicas }: Omit<Directory, 'signature'>): Uint8Array {
  const known = replicas.map(({ replica, name, shortCode, signKey, boxKey, kind, revokedAt }) => [
    replica,
    name,
    shortCode,
    toBase64Url(signKey),
    toBase64Url(boxKey),
    kind,
    revokedAt ?? 0,
  ]);
  return canonicalBytes([workspace, version, hub, known]);
}

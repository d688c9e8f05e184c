import { base32FromBytes, normaliseBase32 } from '#shared/kernel/base32.ts';
import { sha256Hex } from '#shared/kernel/canonical.ts';
import { newRecordId } from '#shared/kernel/ids.ts';
import { platformRandom } from '#shared/kernel/platform.ts';
import { grouped } from '#shared/sync/keys.ts';
import type { Codes } from '../storage/shelves/codes.ts';
import type { CodeRow, ReplicaKind } from '../storage/tables.ts';

const hour = 3_600_000;
const codeCharacters = 16;
export const codeHours = 72;
/** In the place of a workspace: a hub below may bring any. */
export const anyWorkspace = '*';

export interface CodeWish {
  readonly workspace: string;
  /** Whom it is for. */
  readonly label: string;
  readonly kind?: ReplicaKind | undefined;
  readonly hours?: number | undefined;
}

/** Makes a one-time code of 80 bits. The text is given here and never again. */
export async function makeCode(
  codes: Codes,
  { workspace, label, kind = 'device', hours = codeHours }: CodeWish,
  now: number,
): Promise<{ readonly text: string; readonly row: CodeRow }> {
  const code = base32FromBytes(platformRandom(codeCharacters));
  const row = {
    hash: sha256Hex(code),
    id: newRecordId(now),
    workspace,
    label,
    kind,
    madeAt: now,
    expiresAt: now + hours * hour,
  };
  await codes.add(row);
  return { text: grouped(code), row: { ...row, usedAt: null, usedBy: null, cancelledAt: null } };
}

/** Hash of a code as people type it. @returns undefined when it can be none. */
export function hashOfCode(typed: string): string | undefined {
  const code = normaliseBase32(typed.replaceAll(/[\s-]/g, ''));
  return code?.length === codeCharacters ? sha256Hex(code) : undefined;
}

import { foldRecord } from '../changelog/fold.ts';
import { textIn } from './facts.ts';
import type { Facts } from './facts.ts';
import type { Heard } from './heard.ts';
import { knownBefore, knownWithin, latestClaim, lookedBack, spanOf } from './times.ts';

const keyField = 'recoveryKey';
const signField = 'recoverySign';

/**
 * What holders of the recovery code may have signed with when the entry was written (Ed25519, base64url): the unit's record had that code
 * then. A new code ends the one before it. Of two that were made apart either counts until the next.
 */
export async function recoverySignsAt(facts: Facts, unit: string, heard: Heard): Promise<readonly string[]> {
  const { entry } = heard;
  const before = await facts.source.before(entry.replica, entry.seq, lookedBack);
  const beside = await facts.entries(entry.record);
  const span = spanOf(heard, Math.max(latestClaim(before), knownBefore(entry, beside)));
  const given = await facts.standing(unit);
  return knownWithin(given, heard, span).flatMap(signsIn);
}

/** A version that knows no signing keys gives a code without one: only what stands in one entry belongs together. */
function signsIn(known: readonly Heard[]): readonly string[] {
  if (known.length === 0) return [];
  const { create, registers } = foldRecord(known.map(({ entry }) => entry));
  const keys = registers[keyField]?.map(({ value }) => value) ?? [create?.fields[keyField]];
  return known.flatMap(({ entry }) => {
    const [key, sign] = [textIn(entry, keyField), textIn(entry, signField)];
    return key !== undefined && sign !== undefined && keys.includes(key) ? [sign] : [];
  });
}

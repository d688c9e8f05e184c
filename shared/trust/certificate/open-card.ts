import { fromBase64Url } from '../../kernel/canonical.ts';
import { placeOf, type CardFactor } from '../factor.ts';
import { openWithCard } from './card-grant.ts';
import type { ChainOrder } from './check-chain.ts';
import { parseRevocations } from './revocations.ts';
import { demandHolder, proveCard, type SmartCard } from './smart-card.ts';

/**
 * Opens what was granted through a card, once the card has proved its holder.
 * @returns undefined with another key in a card of the same person.
 * @throws ProblemError OUT-KEY-016
 */
export async function openCard(
  card: SmartCard,
  { holder, agreement, anchors, revocations }: CardFactor,
  { at, verifyRsa }: Pick<ChainOrder, 'at' | 'verifyRsa'>,
  place: string,
  grant: Uint8Array,
): Promise<Uint8Array | undefined> {
  const proven = await proveCard(card, {
    anchors: anchors.map(bytesOf),
    revocations: revocations
      .map((list) => parseRevocations(bytesOf(list)))
      .filter((list) => list !== undefined),
    at,
    verifyRsa,
  });
  demandHolder(holder, proven);
  if (!agreement) return grant;
  return openWithCard(card, { ...agreement, point: bytesOf(agreement.point) }, placeOf(place), grant);
}

function bytesOf(text: string): Uint8Array {
  return fromBase64Url(text) ?? new Uint8Array();
}

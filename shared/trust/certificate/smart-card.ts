import { problem, ProblemError } from '../../kernel/errors.ts';
import { encodeUtf8, platformRandom, type RandomSource } from '../../kernel/platform.ts';
import type { ParsedCertificate } from './certificate.ts';
import { checkChain, type ChainOrder } from './check-chain.ts';
import { isSignedBy } from './signature.ts';

/**
 * What a reader of smart cards (CAC, PIV) has to give. It asks for the card's own PIN itself, and hands no key out: whoever makes one
 * (PKCS #11, the system's own) fulfils this and nothing else.
 */
export interface SmartCard {
  /** DER: the certificate for signing in first (PIV slot 9A), then the authorities that stand on the card. */
  readonly chain: () => Promise<readonly Uint8Array[]>;
  /** Signs with the key of the first certificate, hashing first. */
  readonly sign: (contents: Uint8Array) => Promise<CardSignature>;
  /**
   * The shared secret (x coordinate) of the card's key for agreement (PIV slot 9D, an elliptic curve) and this uncompressed point. Null
   * where the card has no such key: then it says who holds it, and no key can be kept under it.
   */
  readonly agree: (point: Uint8Array) => Promise<Uint8Array | null>;
}

export interface CardSignature {
  /** Object identifier, as in certificates: `1.2.840.10045.4.3.2` for ECDSA with SHA-256. */
  readonly algorithm: string;
  /** DER of two numbers for ECDSA. */
  readonly signature: Uint8Array;
}

/** Who holds the card, as its authority says. */
export interface CardHolder {
  /** Ten digits of the Department of Defense; undefined where the certificate names none. */
  readonly edipi: string | undefined;
  readonly principal: string | undefined;
  readonly commonName: string | undefined;
  /** As `ChainAnswer` has it. */
  readonly revokedUpTo: number | undefined;
}

const challengeBytes = 32;
/** Nothing that is signed here can be taken for something else that the card signs. */
const use = encodeUtf8('outpost-card/1 ');

/** Has the card sign something that nobody could know before. @throws ProblemError OUT-KEY-016 with what is wrong. */
export async function proveCard(
  card: SmartCard,
  order: Omit<ChainOrder, 'chain'>,
  random: RandomSource = platformRandom,
): Promise<CardHolder> {
  const answer = await checkChain({ ...order, chain: await card.chain() });
  if (!answer.isTrusted) throw refusal(answer.fault);
  const contents = new Uint8Array([...use, ...random(challengeBytes)]);
  const { algorithm, signature } = await card.sign(contents);
  if (!(await isSignedBy(answer.leaf.key, { contents, algorithm, signature }, order.verifyRsa))) {
    throw refusal('is not that of the key in the card');
  }
  return holderOf(answer.leaf, answer.revokedUpTo);
}

/** What an account says of the card that belongs to it. */
export interface ExpectedCard {
  readonly edipi?: string | undefined;
  readonly principal?: string | undefined;
}

/** @throws ProblemError OUT-KEY-016 where the card is another person's, or the account names none. */
export function demandHolder({ edipi, principal }: ExpectedCard, holder: CardHolder): void {
  const isEdipi = edipi !== undefined && edipi === holder.edipi;
  const isPrincipal = principal !== undefined && principal.toLowerCase() === holder.principal?.toLowerCase();
  const contradicts =
    (edipi !== undefined && holder.edipi !== undefined && edipi !== holder.edipi) ||
    (principal !== undefined && holder.principal !== undefined && !isPrincipal);
  if (contradicts || (!isEdipi && !isPrincipal)) throw refusal('is that of another person');
}

function holderOf({ commonName, principal }: ParsedCertificate, revokedUpTo: number | undefined): CardHolder {
  // The principal name is `1234567890@mil` or has six digits more; common names end with `.1234567890`.
  const edipi =
    /^(\d{10})\d{0,6}@mil$/i.exec(principal ?? '')?.[1] ?? /\.(\d{10})$/.exec(commonName ?? '')?.[1];
  return { edipi, principal, commonName, revokedUpTo };
}

function refusal(fault: string): ProblemError {
  return new ProblemError(problem('OUT-KEY-016', { fault }));
}

import { bytesToHex } from '@noble/hashes/utils.js';
import { parseCertificate, type ParsedCertificate } from './certificate.ts';
import { isListOf, type RevocationList } from './revocations.ts';
import { isSignedBy, type VerifyRsa } from './signature.ts';

export interface ChainOrder {
  /** DER: the card's own certificate first, authorities in any order behind. */
  readonly chain: readonly Uint8Array[];
  /** DER of the authorities that the unit trusts. */
  readonly anchors: readonly Uint8Array[];
  /** As an administrator brought them; there is no network to ask. */
  readonly revocations: readonly RevocationList[];
  /** Epoch ms. */
  readonly at: number;
  readonly verifyRsa: VerifyRsa;
}

export type ChainAnswer =
  | {
      readonly isTrusted: true;
      readonly leaf: ParsedCertificate;
      /** Epoch ms that revocations of all its certificates are known up to; undefined where one has no list. */
      readonly revokedUpTo: number | undefined;
    }
  /** `fault` is one sentence without its subject, for people. */
  | { readonly isTrusted: false; readonly fault: string };

const longestPath = 8;
const clientAuthentication = '1.3.6.1.5.5.7.3.2';
const smartCardSignIn = '1.3.6.1.4.1.311.20.2.2';
const anyPurpose = '2.5.29.37.0';

/** Whether a card's certificate leads to an authority that the unit trusts, at an instant (RFC 5280, section 6, without policies and name constraints). */
export async function checkChain(order: ChainOrder): Promise<ChainAnswer> {
  const [leaf, ...others] = order.chain.map(parseCertificate);
  const anchors = order.anchors.map(parseCertificate).filter((one) => one !== undefined);
  if (!leaf) return no('cannot be read');
  const leafFault = faultOfLeaf(leaf) ?? faultOfDates(leaf, order.at) ?? faultOfExtensions(leaf);
  if (leafFault) return no(leafFault);
  const authorities = others.filter((one) => one !== undefined);
  let current = leaf;
  let revokedUpTo = Infinity;
  for (let depth = 0; depth < longestPath; depth += 1) {
    const { found: issuer, isAnchor } = await issuerOf(current, anchors, authorities, order.verifyRsa);
    if (!issuer) return no('leads to no authority that this unit trusts');
    const fault = faultOfAuthority(issuer, depth, order.at);
    if (fault) return no(fault);
    const known = await knownOf(current, issuer, order);
    if (known === 'revoked')
      return no(depth === 0 ? 'was revoked by its authority' : 'has an authority that was revoked');
    revokedUpTo = Math.min(revokedUpTo, known ?? -Infinity);
    if (isAnchor) {
      return { isTrusted: true, leaf, revokedUpTo: Number.isFinite(revokedUpTo) ? revokedUpTo : undefined };
    }
    current = issuer;
  }
  return no('stands too far below its authority');
}

function no(fault: string): ChainAnswer {
  return { isTrusted: false, fault };
}

async function issuerOf(
  of: ParsedCertificate,
  anchors: readonly ParsedCertificate[],
  authorities: readonly ParsedCertificate[],
  verifyRsa: VerifyRsa,
): Promise<{ readonly found: ParsedCertificate | undefined; readonly isAnchor: boolean }> {
  const signed = { contents: of.signed, signature: of.signature, algorithm: of.signatureAlgorithm };
  for (const isAnchor of [true, false]) {
    for (const one of isAnchor ? anchors : authorities) {
      const isOther = bytesToHex(one.der) !== bytesToHex(of.der);
      if (isOther && one.subject === of.issuer && (await isSignedBy(one.key, signed, verifyRsa))) {
        return { found: one, isAnchor };
      }
    }
  }
  return { found: undefined, isAnchor: false };
}

/** Epoch ms that the authority's newest list knows of; undefined where there is none. */
async function knownOf(
  of: ParsedCertificate,
  issuer: ParsedCertificate,
  { revocations, verifyRsa }: ChainOrder,
): Promise<number | 'revoked' | undefined> {
  let newest: number | undefined;
  for (const list of revocations) {
    if (!(await isListOf(issuer, list, verifyRsa))) continue;
    if (list.revoked.has(of.serial)) return 'revoked';
    if (!list.isPartial) newest = Math.max(newest ?? 0, list.issuedAt);
  }
  return newest;
}

function faultOfLeaf({ isAuthority, usages, purposes }: ParsedCertificate): string | undefined {
  if (isAuthority) return 'is that of an authority, not of a person';
  if (usages && !usages.includes('digitalSignature')) return 'is not for signing in: it may not sign';
  const fits = [clientAuthentication, smartCardSignIn, anyPurpose];
  if (purposes && !purposes.some((one) => fits.includes(one))) return 'is for other purposes than signing in';
  return undefined;
}

function faultOfDates({ notBefore, notAfter }: ParsedCertificate, at: number): string | undefined {
  if (at < notBefore) return `is valid from ${dayOf(notBefore)} only; compare the clock of this device`;
  return at > notAfter ? `ended on ${dayOf(notAfter)}` : undefined;
}

function faultOfExtensions({ unknown: [first] }: ParsedCertificate): string | undefined {
  return first === undefined ? undefined : `has a condition that is not known here (${first})`;
}

function faultOfAuthority(issuer: ParsedCertificate, below: number, at: number): string | undefined {
  if (!issuer.isAuthority) return 'was issued by one that may issue none';
  if (issuer.usages && !issuer.usages.includes('keyCertSign'))
    return 'was issued by an authority that may not sign others';
  if (issuer.pathLength !== undefined && issuer.pathLength < below)
    return 'stands further below its authority than that allows';
  const fault = faultOfDates(issuer, at) ?? faultOfExtensions(issuer);
  return fault && `has an authority whose certificate ${fault}`;
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

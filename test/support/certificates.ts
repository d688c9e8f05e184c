// The library that makes the certificates asks for it first.
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { p256 } from '@noble/curves/nist.js';
import type { CardAgreement } from '#shared/trust/certificate/card-grant.ts';
import type { SmartCard } from '#shared/trust/certificate/smart-card.ts';

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
} as const;

export type KeyKind = 'ecdsa' | 'rsa' | 'weak';

/** A certificate and the key that it names. */
export interface Issued {
  readonly certificate: x509.X509Certificate;
  readonly keys: CryptoKeyPair;
  readonly kind: KeyKind;
  readonly der: Uint8Array;
}

export interface CertificateWish {
  readonly name: string;
  readonly issuer?: Issued;
  readonly kind?: KeyKind;
  readonly from?: string;
  readonly to?: string;
  /** A person's where absent. */
  readonly authority?: { readonly pathLength?: number };
  readonly usages?: x509.KeyUsageFlags;
  readonly purposes?: readonly string[];
  readonly principal?: string;
  readonly more?: readonly x509.Extension[];
}

export const { KeyUsageFlags } = x509;

/** Key usage `keyCertSign` and `cRLSign`, as bits. */
const signsOthersAndLists = new x509.Extension('2.5.29.15', true, Uint8Array.of(3, 2, 1, 6));

let serials = 16;

/** A real certificate, signed by its issuer's key, or by its own. */
export async function issue({ kind = 'ecdsa', authority, ...wish }: CertificateWish): Promise<Issued> {
  const { issuer, principal, purposes, more = [] } = wish;
  const keys = await newKeys(kind);
  serials += 1;
  const flag = wish.usages ?? (authority ? undefined : x509.KeyUsageFlags.digitalSignature);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serials.toString(16),
    subject: wish.name,
    issuer: issuer?.certificate.subject ?? wish.name,
    notBefore: new Date(wish.from ?? '2024-01-01'),
    notAfter: new Date(wish.to ?? '2030-01-01'),
    publicKey: keys.publicKey,
    signingKey: (issuer?.keys ?? keys).privateKey,
    signingAlgorithm: (issuer?.kind ?? kind) === 'ecdsa' ? ecdsa : rsa,
    extensions: [
      new x509.BasicConstraintsExtension(authority !== undefined, authority?.pathLength, true),
      flag === undefined ? signsOthersAndLists : new x509.KeyUsagesExtension(flag, true),
      ...(purposes ? [new x509.ExtendedKeyUsageExtension([...purposes])] : []),
      ...(principal ? [new x509.SubjectAlternativeNameExtension([{ type: 'upn', value: principal }])] : []),
      ...more,
    ],
  });
  return { certificate, keys, kind, der: new Uint8Array(certificate.rawData) };
}

/** A list of revoked certificates as an administrator would bring it, DER. */
export async function revoke(
  issuer: Issued,
  revoked: readonly Issued[],
  at: string,
  next = '2027-01-01',
): Promise<Uint8Array> {
  const list = await x509.X509CrlGenerator.create({
    issuer: issuer.certificate.subject,
    thisUpdate: new Date(at),
    ...(next && { nextUpdate: new Date(next) }),
    entries: revoked.map(({ certificate }) => ({
      serialNumber: certificate.serialNumber,
      reason: x509.X509CrlReason.keyCompromise,
    })),
    signingKey: issuer.keys.privateKey,
    signingAlgorithm: issuer.kind === 'ecdsa' ? ecdsa : rsa,
  });
  return new Uint8Array(list.rawData);
}

/** A card with real keys in it, in place of a reader. */
export function cardOf(
  issued: Issued,
  authorities: readonly Issued[],
  { agrees = true } = {},
): SmartCard & { readonly agreement: CardAgreement } {
  const { secretKey } = p256.keygen();
  const agreement = { curve: 'P-256', point: p256.getPublicKey(secretKey, false) } as const;
  return {
    agreement,
    chain: () => Promise.resolve([issued, ...authorities].map(({ der }) => der)),
    sign: async (contents) => {
      const how = issued.kind === 'ecdsa' ? ecdsa : rsa;
      const made = new Uint8Array(
        await crypto.subtle.sign(how, issued.keys.privateKey, new Uint8Array(contents)),
      );
      return issued.kind === 'ecdsa'
        ? {
            algorithm: '1.2.840.10045.4.3.2',
            signature: p256.Signature.fromBytes(made, 'compact').toBytes('der'),
          }
        : { algorithm: '1.2.840.113549.1.1.11', signature: made };
    },
    agree: (point) =>
      Promise.resolve(agrees ? p256.getSharedSecret(secretKey, point, false).subarray(1, 33) : null),
  };
}

function newKeys(kind: KeyKind): Promise<CryptoKeyPair> {
  const usages = ['sign', 'verify'] as const;
  if (kind === 'ecdsa') return crypto.subtle.generateKey(ecdsa, true, usages);
  return crypto.subtle.generateKey({ ...rsa, modulusLength: kind === 'weak' ? 1024 : 2048 }, true, usages);
}

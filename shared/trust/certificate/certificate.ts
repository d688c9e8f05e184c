import { AsnConvert } from '@peculiar/asn1-schema';
import {
  BasicConstraints,
  Certificate,
  DirectoryString,
  ExtendedKeyUsage,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  KeyUsage,
  SubjectAlternativeName,
  type Extension,
  type KeyUsageType,
  type Name,
  type SubjectPublicKeyInfo,
} from '@peculiar/asn1-x509';
import { bytesToHex } from '@noble/hashes/utils.js';

export type Curve = 'P-256' | 'P-384' | 'P-521';

/** The public key of a certificate. */
export type CertificateKey =
  /** Uncompressed point. */
  | { readonly kind: 'ec'; readonly curve: Curve; readonly point: Uint8Array }
  /** SubjectPublicKeyInfo, DER; `size` in bits, about. */
  | { readonly kind: 'rsa'; readonly info: Uint8Array; readonly size: number }
  | { readonly kind: 'other'; readonly algorithm: string };

/** What of an X.509 certificate counts here (RFC 5280). */
export interface ParsedCertificate {
  readonly der: Uint8Array;
  /** What the issuer signed. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  /** Object identifier. */
  readonly signatureAlgorithm: string;
  /** DER, hexadecimal, for comparison. */
  readonly subject: string;
  readonly issuer: string;
  readonly serial: string;
  /** Epoch ms. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly key: CertificateKey;
  readonly isAuthority: boolean;
  /** How many authorities may stand below; undefined: any number. */
  readonly pathLength: number | undefined;
  /** Undefined where it says none, which allows all. */
  readonly usages: readonly KeyUsageType[] | undefined;
  readonly purposes: readonly string[] | undefined;
  /** Extensions that must be understood and are not. */
  readonly unknown: readonly string[];
  readonly commonName: string | undefined;
  /** User principal name: `1234567890@mil`. */
  readonly principal: string | undefined;
}

const commonNameType = '2.5.4.3';
const principalType = '1.3.6.1.4.1.311.20.2.3';
const certificatePolicies = '2.5.29.32';
const understood = new Set<string>([
  id_ce_basicConstraints,
  id_ce_keyUsage,
  id_ce_extKeyUsage,
  id_ce_subjectAltName,
  // Policies are not asked for: whoever is an anchor is trusted for all of them.
  certificatePolicies,
]);

const curves: Readonly<Record<string, Curve>> = {
  '06082a8648ce3d030107': 'P-256',
  '06052b81040022': 'P-384',
  '06052b81040023': 'P-521',
};
const ecKey = '1.2.840.10045.2.1';
const rsaKey = '1.2.840.113549.1.1.1';

/** @returns undefined where the bytes are no certificate. */
export function parseCertificate(der: Uint8Array): ParsedCertificate | undefined {
  try {
    return read(der, AsnConvert.parse(der, Certificate));
  } catch {
    return undefined;
  }
}

function read(der: Uint8Array, whole: Certificate): ParsedCertificate {
  const { tbsCertificate, tbsCertificateRaw } = whole;
  const extensions = tbsCertificate.extensions ? [...tbsCertificate.extensions] : [];
  const found = (id: string) => extensions.find(({ extnID }) => extnID === id)?.extnValue;
  const constraints = found(id_ce_basicConstraints);
  const usage = found(id_ce_keyUsage);
  const purpose = found(id_ce_extKeyUsage);
  const names = found(id_ce_subjectAltName);
  const basic = constraints && AsnConvert.parse(constraints, BasicConstraints);
  return {
    der,
    signed: new Uint8Array(tbsCertificateRaw ?? AsnConvert.serialize(tbsCertificate)),
    signature: new Uint8Array(whole.signatureValue),
    signatureAlgorithm: whole.signatureAlgorithm.algorithm,
    subject: nameText(tbsCertificate.subject),
    issuer: nameText(tbsCertificate.issuer),
    serial: bytesToHex(new Uint8Array(tbsCertificate.serialNumber)),
    notBefore: tbsCertificate.validity.notBefore.getTime().getTime(),
    notAfter: tbsCertificate.validity.notAfter.getTime().getTime(),
    key: readKey(tbsCertificate.subjectPublicKeyInfo),
    isAuthority: basic?.cA ?? false,
    pathLength: basic?.pathLenConstraint,
    usages: usage && AsnConvert.parse(usage, KeyUsage).toJSON(),
    purposes: purpose && [...AsnConvert.parse(purpose, ExtendedKeyUsage)],
    unknown: unknownOf(extensions),
    commonName: commonNameOf(tbsCertificate.subject),
    principal: names && principalOf(AsnConvert.parse(names, SubjectAlternativeName)),
  };
}

/** Hexadecimal DER of a name. */
export function nameText(name: Name): string {
  return bytesToHex(new Uint8Array(AsnConvert.serialize(name)));
}

/** Object identifiers of extensions that must be understood, and are not. */
function unknownOf(extensions: readonly Extension[]): readonly string[] {
  return extensions
    .filter(({ critical, extnID }) => critical && !understood.has(extnID))
    .map(({ extnID }) => extnID);
}

function readKey(whole: SubjectPublicKeyInfo): CertificateKey {
  const { algorithm, subjectPublicKey } = whole;
  const key = new Uint8Array(subjectPublicKey);
  if (algorithm.algorithm === rsaKey) {
    const info = new Uint8Array(AsnConvert.serialize(whole));
    return { kind: 'rsa', info, size: key.length * 8 };
  }
  const curve = algorithm.parameters ? curves[bytesToHex(new Uint8Array(algorithm.parameters))] : undefined;
  return algorithm.algorithm === ecKey && curve
    ? { kind: 'ec', curve, point: key }
    : { kind: 'other', algorithm: algorithm.algorithm };
}

function commonNameOf(name: Name): string | undefined {
  for (const part of name) {
    for (const { type, value } of part) if (type === commonNameType) return value.toString();
  }
  return undefined;
}

function principalOf(names: SubjectAlternativeName): string | undefined {
  const other = [...names].find(({ otherName }) => otherName?.typeId === principalType)?.otherName;
  return other && AsnConvert.parse(other.value, DirectoryString).toString();
}

import { AsnConvert } from '@peculiar/asn1-schema';
import { CertificateList } from '@peculiar/asn1-x509';
import { bytesToHex } from '@noble/hashes/utils.js';
import { areBytesEqual } from '../../kernel/canonical.ts';
import { nameText, type ParsedCertificate } from './certificate.ts';
import { isSignedBy, type VerifyRsa } from './signature.ts';

/** A list of certificates that count no more, as their authority issued it. */
export interface RevocationList {
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  readonly signatureAlgorithm: string;
  /** DER of the name, hexadecimal. */
  readonly issuer: string;
  /** Epoch ms: what it knows of. */
  readonly issuedAt: number;
  /** Serial numbers, hexadecimal. */
  readonly revoked: ReadonlySet<string>;
  /** It tells changes of another list only, or has conditions that are not known here. */
  readonly isPartial: boolean;
}

/**
 * @param der of a CRL file (RFC 5280), which says when the next comes.
 * @returns undefined where the bytes are none, or hold more than was read: a card that was overlooked would count.
 */
export function parseRevocations(der: Uint8Array): RevocationList | undefined {
  try {
    const list = AsnConvert.parse(der, CertificateList);
    const { tbsCertList } = list;
    if (!areBytesEqual(new Uint8Array(AsnConvert.serialize(list)), der)) return undefined;
    return {
      signed: new Uint8Array(list.tbsCertListRaw ?? AsnConvert.serialize(tbsCertList)),
      signature: new Uint8Array(list.signature),
      signatureAlgorithm: list.signatureAlgorithm.algorithm,
      issuer: nameText(tbsCertList.issuer),
      issuedAt: tbsCertList.thisUpdate.getTime().getTime(),
      revoked: new Set(
        (tbsCertList.revokedCertificates ?? []).map(({ userCertificate }) =>
          bytesToHex(new Uint8Array(userCertificate)),
        ),
      ),
      isPartial: (tbsCertList.crlExtensions ?? []).some(({ critical }) => critical),
    };
  } catch {
    return undefined;
  }
}

/** Whether the authority made this list. */
export async function isListOf(
  authority: ParsedCertificate,
  list: RevocationList,
  verifyRsa: VerifyRsa,
): Promise<boolean> {
  const { signed: contents, signature, signatureAlgorithm: algorithm } = list;
  const maySign = authority.usages === undefined || authority.usages.includes('crlSign');
  return (
    list.issuer === authority.subject &&
    maySign &&
    (await isSignedBy(authority.key, { contents, signature, algorithm }, verifyRsa))
  );
}

import {
  judgeSignature,
  reportUse,
  type ReportSignature,
  type SignatureVerdict,
} from '#shared/assessment/report/statement.ts';
import type { PartHashes } from '#shared/assessment/report/parts.ts';
import { fromBase64Url } from '#shared/kernel/canonical.ts';
import { fingerprint } from '#shared/sync/keys.ts';
import { isStatementSound } from '#shared/trust/statement.ts';

/** A signature with what it is worth for the report as it is. `fingerprint`: of the key, for people to compare. */
export interface JudgedSignature {
  readonly signature: ReportSignature;
  readonly verdict: SignatureVerdict;
  readonly fingerprint: string;
}

/** The report that signatures are held against. */
export interface JudgedReport {
  readonly assessment: string;
  readonly reportedAt: number | null;
  readonly parts: PartHashes;
}

/** @param keysOf public keys of a person, base64url; undefined where nobody here knows them. The last signature comes first. */
export async function judgeSignatures(
  signatures: readonly ReportSignature[],
  report: JudgedReport,
  keysOf: (person: string) => Promise<readonly string[] | undefined>,
): Promise<readonly JudgedSignature[]> {
  const judged = await Promise.all(
    signatures.map(async (signature) => {
      const isSound = isStatementSound(reportUse, signature);
      const known = await keysOf(signature.statement.person);
      return {
        signature,
        verdict: judgeSignature({ signature, isSound, known, report }),
        fingerprint: fingerprint(fromBase64Url(signature.key) ?? new Uint8Array()),
      };
    }),
  );
  return judged.toSorted((a, b) => b.signature.statement.at - a.signature.statement.at);
}

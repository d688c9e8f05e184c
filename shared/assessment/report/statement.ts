import { z } from 'zod';
import { changedParts, hashReport, partLabels, partNames, type PartHashes } from './parts.ts';

/** What somebody signs of a report: which one, in which part, when. */
export interface ReportStatement {
  readonly format: 1;
  /** Record id of the assessment. */
  readonly assessment: string;
  /** When the assessment was closed with the report that is signed, epoch ms. */
  readonly reportedAt: number;
  /** Record id. */
  readonly person: string;
  readonly name: string;
  readonly role: SignerRole;
  /** Epoch ms. */
  readonly at: number;
  readonly parts: PartHashes;
}

/** What a signature of a report is for, and nothing else. */
export const reportUse = 'outpost-report/1';

export type SignerRole = 'lead' | 'sponsor';

export const signerRoles: Readonly<Record<SignerRole, string>> = {
  lead: 'lead assessor',
  sponsor: 'sponsor',
};

/** A statement with the key that signed it and its signature (Ed25519), both base64url. */
export interface ReportSignature {
  readonly statement: ReportStatement;
  readonly key: string;
  readonly signature: string;
}

const hash = z.string().regex(/^[\w-]{43}$/, 'is no hash');
const bytes = z
  .string()
  .max(100)
  .regex(/^[\w-]*$/, 'is no base64url');
const text = z.string().max(500);

export const signatureSchema = z.strictObject({
  statement: z.strictObject({
    format: z.literal(1),
    assessment: text,
    reportedAt: z.int(),
    person: text,
    name: text,
    role: z.enum(['lead', 'sponsor']),
    at: z.int().min(-8.64e15).max(8.64e15),
    parts: z.record(z.enum(partNames), hash),
  }),
  key: bytes,
  signature: bytes,
}) satisfies z.ZodType<ReportSignature>;

/**
 * What a signature is worth for a report. `unchanged`, `changed` since, or `earlier`: it is for a report from before a reopening. `forged`:
 * it does not fit what it signs, or is for another assessment. `foreignKey`: the key is not that of the person; `unknownKey`: nobody here knows whose it is.
 */
export type SignatureVerdict =
  | { readonly is: 'unchanged' | 'earlier' | 'forged' | 'foreignKey' }
  | { readonly is: 'unknownKey'; readonly changed: readonly string[] }
  | { readonly is: 'changed'; readonly changed: readonly string[] };

interface JudgeInput {
  readonly signature: ReportSignature;
  /** Whether the signature fits the statement and the key. */
  readonly isSound: boolean;
  /** Keys of the person, as far as they are known; undefined where the person is not known here. */
  readonly known: readonly string[] | undefined;
  /** The report as it is now. `reportedAt` is null while the assessment is open again. */
  readonly report: {
    readonly assessment: string;
    readonly reportedAt: number | null;
    readonly parts: PartHashes;
  };
}

export function judgeSignature({ signature, isSound, known, report }: JudgeInput): SignatureVerdict {
  const { statement, key } = signature;
  if (!isSound || statement.assessment !== report.assessment) return { is: 'forged' };
  if (known && !known.includes(key)) return { is: 'foreignKey' };
  if (statement.reportedAt !== report.reportedAt) return { is: 'earlier' };
  const changed = changedParts(statement.parts, report.parts).map((part) => partLabels[part]);
  if (!known) return { is: 'unknownKey', changed };
  return changed.length > 0 ? { is: 'changed', changed } : { is: 'unchanged' };
}

/** Does it hold for the report as it is, as far as can be told? */
export function holds(verdict: SignatureVerdict): boolean {
  return verdict.is === 'unchanged' || (verdict.is === 'unknownKey' && verdict.changed.length === 0);
}

/** In words, after "Signed by … on …". */
export function verdictWords(verdict: SignatureVerdict): string {
  switch (verdict.is) {
    case 'unchanged':
      return 'Report unchanged.';
    case 'changed':
      return `Changed after signing: ${verdict.changed.join(', ')}.`;
    case 'earlier':
      return 'For an earlier report: the assessment was reopened since.';
    case 'forged':
      return 'The signature does not fit: it was altered, or belongs to another report.';
    case 'foreignKey':
      return 'Signed with a key that is not this person’s.';
    case 'unknownKey':
      return verdict.changed.length > 0
        ? `Changed after signing: ${verdict.changed.join(', ')}. The key is not known here.`
        : 'Report unchanged. The key is not known here: compare its fingerprint with the signer’s.';
  }
}

/** The hash that a statement stands for, base64url. */
export function signedHash({ parts }: ReportStatement): string {
  return hashReport(parts);
}

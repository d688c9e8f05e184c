import { z } from 'zod';
import { canonicalJson } from '../../kernel/canonical.ts';
import { problem, type Problem } from '../../kernel/errors.ts';
import { decodeUtf8, encodeUtf8 } from '../../kernel/platform.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { capabilityLevel } from '../level.ts';
import type { ProcessResult } from '../workbook.ts';
import { hashParts, hashReport, type PartHashes } from './parts.ts';
import type { AssessmentReport, FollowUp } from './report.ts';
import { followUpSchema, reportSchema } from './schema.ts';
import { signatureSchema, type ReportSignature } from './statement.ts';

/** Bytes that a result file may have: 27 processes with every outcome rated come to a tenth of it. */
export const largestResultFile = 8_000_000;

const kind = 'outpost-assessment-result';

/** The file by which a result reaches another unit or headquarters. */
export interface ResultFile {
  readonly report: AssessmentReport;
  readonly signatures: readonly ReportSignature[];
  /** As of when the file was written; nobody signed it. */
  readonly followUp: FollowUp;
}

export interface ReadResult extends ResultFile {
  readonly parts: PartHashes;
  /** Base64url: the same for the same report, whoever signed it. */
  readonly hash: string;
}

const fileSchema = z.strictObject({
  kind: z.literal(kind),
  format: z.literal(1),
  report: reportSchema,
  signatures: z.array(signatureSchema).max(20),
  followUp: followUpSchema,
});

/** UTF-8 JSON, the same bytes for the same contents. */
export function writeResultFile({ report, signatures, followUp }: ResultFile): Uint8Array<ArrayBuffer> {
  return encodeUtf8(canonicalJson({ kind, format: 1, report, signatures, followUp }));
}

/**
 * Reads a result file and checks its form, its limits and that each level follows from its attributes. Signatures are checked by whoever knows keys.
 * @param file its name, for the refusal. Faults: OUT-RPT-001 too large, 002 no such file, 003 of another form, 004 levels that do not follow.
 */
export function readResultFile(file: string, bytes: Uint8Array): Result<ReadResult, Problem> {
  if (bytes.length > largestResultFile) {
    return err(
      problem('OUT-RPT-001', { file, size: megabytes(bytes.length), limit: megabytes(largestResultFile) }),
    );
  }
  const value = parsed(bytes);
  const head = z.looseObject({ kind: z.literal(kind), format: z.number() }).safeParse(value);
  if (!head.success) return err(problem('OUT-RPT-002', { file, fault: 'it was not saved as one' }));
  if (head.data.format !== 1) {
    return err(problem('OUT-RPT-002', { file, fault: `it is of the later form ${head.data.format}` }));
  }
  const read = fileSchema.safeParse(value);
  if (!read.success) {
    const [first] = read.error.issues;
    return err(
      problem('OUT-RPT-003', {
        file,
        place: first?.path.join('.') || 'the file',
        fault: first?.message ?? '',
      }),
    );
  }
  const { report, signatures, followUp } = read.data;
  const wrong = [...report.profile, ...(report.previous?.profile ?? [])].find((one) => !follows(one));
  if (wrong) {
    const { process, capability } = wrong;
    return err(problem('OUT-RPT-004', { file, process, level: capability.level }));
  }
  const parts = hashParts(report);
  return ok({ report, signatures, followUp, parts, hash: hashReport(parts) });
}

/** A level that its attributes do not prove was not made by this method. */
function follows({ attributes, capability, target, gap }: ProcessResult): boolean {
  const ratings = Object.fromEntries(attributes.map(({ attribute, value }) => [attribute, value]));
  const { level } = capabilityLevel(ratings);
  return level === capability.level && gap === Math.max(0, target - level);
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeUtf8(bytes) ?? '');
  } catch {
    return undefined;
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

import type { Data } from '#renderer/data/data.ts';
import { readResultFile, type ReadResult } from '#shared/assessment/report/result-file.ts';
import { holds, signerRoles, verdictWords } from '#shared/assessment/report/statement.ts';
import { problem, type Problem } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { judgeSignatures, type JudgedSignature } from './judged.ts';
import type { SignedReport } from './signed-report.ts';

/** A result from a file, with what its signatures are worth here. */
export interface TakenResult extends SignedReport {
  readonly read: ReadResult;
}

/**
 * Reads a result file and checks it whole. @param file its name, for the refusal.
 * Faults: OUT-RPT-001 to 004 for what it is, OUT-RPT-005 where a signature in it does not fit.
 */
export async function readTaken(
  signing: Pick<Data['signing'], 'keysOf'>,
  file: string,
  bytes: Uint8Array,
): Promise<Result<TakenResult, Problem>> {
  const result = readResultFile(file, bytes);
  if (!result.ok) return result;
  const read = result.value;
  const { report, parts, hash, followUp } = read;
  const { id, reportedAt } = report.cover;
  const signatures = await judgeSignatures(read.signatures, { assessment: id, reportedAt, parts }, (person) =>
    signing.keysOf(person),
  );
  const bad = signatures.find(({ verdict }) => !holds(verdict));
  if (bad) return err(problem('OUT-RPT-005', { file, name: bad.signature.statement.name }));
  return ok({ read, report, hash, followUp, signatures });
}

/** What the signatures of a result are worth, in words. */
export function signatureWords(signatures: readonly JudgedSignature[]): string {
  if (signatures.length === 0) return 'Nobody signed it.';
  return signatures
    .map(
      ({ signature: { statement }, verdict, fingerprint }) =>
        `${statement.name}, ${signerRoles[statement.role]}: ${verdictWords(verdict)} Key ${fingerprint}.`,
    )
    .join('\n');
}

import { sha256Hex } from '#shared/kernel/canonical.ts';
import { problem, type Problem } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ReferenceModel } from '#shared/library/model.ts';
import { modelFileFault, readModelBytes } from '#shared/library/read-model.ts';

/** A file that holds a sound reference model. */
export interface CheckedModel {
  /** What was checked, to the byte: a file that changes afterwards does not come in by it. */
  readonly file: File;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  readonly model: ReferenceModel;
}

/** Reads and checks a file; nothing is kept of it. Faults: OUT-LIB-001 to 003, OUT-ATT-005 where it cannot be read. */
export async function checkModelFile(file: File): Promise<Result<CheckedModel, readonly Problem[]>> {
  const fault = modelFileFault(file.name, file.size);
  if (fault) return err([fault]);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err([problem('OUT-ATT-005', { name: file.name, reason })]);
  }
  const read = readModelBytes(file.name, bytes);
  if (!read.ok) return read;
  const checked = new File([bytes], file.name, { type: 'application/json' });
  return ok({ file: checked, hash: sha256Hex(bytes), model: read.value });
}

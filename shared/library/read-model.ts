import { problem, type Problem } from '../kernel/errors.ts';
import { decodeUtf8 } from '../kernel/platform.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { checkModel } from './check-model.ts';
import { ModelFaults } from './faults.ts';
import type { ReferenceModel } from './model.ts';
import { modelSchema } from './schema.ts';

/** Largest file of a model, in characters: ten times what ships. */
export const LONGEST_MODEL = 3_000_000;

/** The code of the part that a path leads into, and the path below it. */
function placeOf(value: unknown, path: readonly PropertyKey[]): readonly [part: string, field: string] {
  const [section, index, ...rest] = path;
  const part = within(within(value, section), index);
  const code = within(part, 'code') ?? within(part, 'kind');
  if (typeof code === 'string' && code !== '') return [code, rest.map(String).join('.') || 'it'];
  const name = within(value, 'code');
  return [typeof name === 'string' && name !== '' ? name : 'The model', path.map(String).join('.') || 'it'];
}

function within(value: unknown, key: PropertyKey | undefined): unknown {
  if (key === undefined || typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
    return undefined;
  return Reflect.get(value, key);
}

/** A model from plain data, checked whole. Faults: OUT-LIB-001, one for each place that is wrong. */
export function readModel(value: unknown): Result<ReferenceModel, readonly Problem[]> {
  const read = modelSchema.safeParse(value);
  if (!read.success) {
    const faults = new ModelFaults();
    for (const { path, message } of read.error.issues) faults.add(...placeOf(value, path), message);
    return err(faults.problems);
  }
  const faults = checkModel(read.data);
  return faults.length > 0 ? err(faults) : ok(read.data);
}

/** Bytes that no file of a model needs: UTF-8 takes at most three for a character of one unit. */
const MOST_BYTES = 3 * LONGEST_MODEL;

/** Why a file cannot hold a model, by its size alone: what can be told before it is read. Faults: OUT-LIB-003. */
export function modelFileFault(file: string, bytes: number): Problem | undefined {
  return bytes > MOST_BYTES ? tooLarge(file, `${String(bytes)} bytes`) : undefined;
}

function tooLarge(file: string, size: string): Problem {
  return problem('OUT-LIB-003', { file, size, limit: `${String(LONGEST_MODEL)} characters` });
}

/** A model from the bytes of a JSON file in UTF-8. Faults: as `readModelFile`. */
export function readModelBytes(file: string, bytes: Uint8Array): Result<ReferenceModel, readonly Problem[]> {
  const fault = modelFileFault(file, bytes.length);
  if (fault) return err([fault]);
  const text = decodeUtf8(bytes)?.replace(/^\uFEFF/, '');
  if (text === undefined) return err([problem('OUT-LIB-002', { file, fault: 'it is no text in UTF-8.' })]);
  return readModelFile(file, text);
}

/**
 * A model from the text of a JSON file.
 * Faults: OUT-LIB-003 where the file is too large, OUT-LIB-002 where it is no JSON, OUT-LIB-001 for what it says.
 */
export function readModelFile(file: string, text: string): Result<ReferenceModel, readonly Problem[]> {
  if (text.length > LONGEST_MODEL) return err([tooLarge(file, `${String(text.length)} characters`)]);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (fault) {
    return err([
      problem('OUT-LIB-002', { file, fault: fault instanceof Error ? fault.message : 'it is no JSON.' }),
    ]);
  }
  if (typeof value !== 'object' || value === null || within(value, 'format') !== 1)
    return err([problem('OUT-LIB-002', { file, fault: 'it does not say “"format": 1”.' })]);
  return readModel(value);
}

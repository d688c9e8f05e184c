import { isProblemCode, type Problem, ProblemError } from '../kernel/errors.ts';

/**
 * The error that the desktop bridge rejects with. Only the message of an Error survives the context bridge, so it
 * carries the code, the text and, on a second line, what to do.
 */
export function bridgeRejection(found: Problem): Error {
  const next = found.next === undefined ? '' : `\n${found.next}`;
  return new Error(`${found.code} ${found.message}${next}`);
}

/** The problem in what a bridge call rejected with, in either shell; `undefined` for an error of any other kind. */
export function readBridgeError(error: unknown): Problem | undefined {
  if (error instanceof ProblemError) return error.problem;
  // Not `instanceof Error`: the error comes from another realm.
  if (typeof error !== 'object' || error === null || !('message' in error)) return undefined;
  const parts = /^(\S+) ([^\n]*)(?:\n([^]*))?$/.exec(String(error.message));
  const [, code, message, next] = parts ?? [];
  if (code === undefined || message === undefined || !isProblemCode(code)) return undefined;
  return next === undefined ? { code, message } : { code, message, next };
}

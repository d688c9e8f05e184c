import type { z } from 'zod';
import { adminHeaders } from '#shared/contracts/hub-admin.ts';
import { apiPrefix, hubProblemSchema } from '#shared/contracts/hub.ts';
import { isProblemCode, problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';

export interface AdminAsking {
  /** Of the session; needed for all that changes something. */
  readonly proof?: string | undefined;
  /** The page asks by itself: that keeps no session alive. */
  readonly isBySelf?: boolean;
}

/** Asks the hub that serves this page, with the cookie that it gave. @param path below the prefix of the interface. @throws ProblemError */
export async function askOwnHub(
  path: string,
  { proof, isBySelf = false }: AdminAsking,
  init: RequestInit = {},
): Promise<Response> {
  const headers = new Headers(init.headers);
  if (proof !== undefined) headers.set(adminHeaders.proof, proof);
  if (isBySelf) headers.set(adminHeaders.bySelf, '1');
  let answer: Response;
  try {
    answer = await fetch(`${apiPrefix}${path}`, {
      ...init,
      headers,
      cache: 'no-store',
      credentials: 'same-origin',
    });
  } catch (error) {
    throw new ProblemError(problem('OUT-SYN-032'), { cause: error });
  }
  if (!answer.ok) throw new ProblemError(readHubProblem(await answer.text(), path));
  return answer;
}

/** @throws ProblemError OUT-SYN-030 for an answer of another shape. */
export async function readAnswer<Answer>(answer: Response, schema: z.ZodType<Answer>): Promise<Answer> {
  const read = schema.safeParse(await answer.json().catch(() => undefined));
  if (!read.success) throw new ProblemError(problem('OUT-SYN-030', { path: new URL(answer.url).pathname }));
  return read.data;
}

/** What an answer that is not a success says; a server that is no hub says nothing that can be read. */
export function readHubProblem(text: string, path: string): Problem {
  const read = hubProblemSchema.safeParse(parseJson(text));
  if (!read.success) return problem('OUT-SYN-030', { path });
  const { code, message, next } = read.data;
  if (!isProblemCode(code)) return problem('OUT-SYN-030', { path });
  return { code, message, ...(next === undefined ? {} : { next }) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

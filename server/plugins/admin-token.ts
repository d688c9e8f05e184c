import type { FastifyInstance } from 'fastify';
import { sha256Hex, toBase64Url } from '#shared/kernel/canonical.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { platformRandom } from '#shared/kernel/platform.ts';
import type { Tokens } from '../storage/shelves/tokens.ts';

/** A new token of 256 bits; its text is given here and never again. */
export async function makeToken(tokens: Tokens, label: string, now: number): Promise<string> {
  const token = `outpost_${toBase64Url(platformRandom(32))}`;
  await tokens.add(sha256Hex(token), label, now);
  return token;
}

/** Lets in requests with the token of an administrator. */
export function requireToken(app: FastifyInstance, tokens: Tokens, clock: Clock): void {
  app.addHook('onRequest', async (request) => {
    const [, token] = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '') ?? [];
    if (token === undefined || !(await tokens.use(sha256Hex(token), clock.now()))) {
      throw new ProblemError(problem('OUT-SYN-029'));
    }
  });
}

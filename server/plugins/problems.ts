import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { ZodError } from 'zod';
import type { HubProblem } from '#shared/contracts/hub.ts';
import { problem, ProblemError, type Problem, type ProblemCode } from '#shared/kernel/errors.ts';
import type { HubLimits } from '../config.ts';
import { TooOften } from '../hub/too-often.ts';

const statuses: Partial<Record<ProblemCode, number>> = {
  'OUT-SYN-004': 413,
  'OUT-SYN-007': 401,
  'OUT-SYN-022': 401,
  'OUT-SYN-023': 403,
  'OUT-SYN-024': 403,
  'OUT-SYN-025': 409,
  'OUT-SYN-026': 429,
  'OUT-SYN-027': 413,
  'OUT-SYN-029': 401,
  'OUT-SYN-030': 404,
  'OUT-SYN-031': 500,
  'OUT-SYN-032': 503,
  'OUT-SYN-033': 404,
  'OUT-SYN-034': 503,
  'OUT-SYN-036': 422,
  'OUT-SYN-037': 409,
  'OUT-SYN-038': 413,
  'OUT-SYN-043': 408,
  'OUT-SYN-048': 401,
  'OUT-SYN-049': 410,
  'OUT-SYN-060': 421,
  'OUT-SYN-061': 429,
  'OUT-SYN-062': 403,
  'OUT-SYN-063': 401,
  'OUT-SYN-064': 429,
};

/** Status of an answer that carries a problem. */
export function statusOf({ code }: Problem): number {
  return statuses[code] ?? 400;
}

export function problemBody({ code, message, next }: Problem): HubProblem {
  return { code, message, ...(next === undefined ? {} : { next }) };
}

function sendProblem(reply: FastifyReply, found: Problem): FastifyReply {
  return reply
    .code(statusOf(found))
    .header('Cache-Control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(problemBody(found)));
}

/** Every answer that is not a success has a code of the catalogue. */
export function answerProblems(app: FastifyInstance, limits: HubLimits): void {
  app.setErrorHandler<FastifyError | ProblemError | ZodError>((error, request, reply) => {
    const found = problemOf(error, request.id, limits);
    if (error instanceof TooOften) reply.header('Retry-After', String(error.retryAfter));
    if (statusOf(found) >= 500) request.log.error({ err: error, code: found.code }, 'request failed');
    return sendProblem(reply, found);
  });
}

/** For what no route takes. */
export function answerUnknown(reply: FastifyReply, path: string): FastifyReply {
  return sendProblem(reply, problem('OUT-SYN-030', { path }));
}

function problemOf(
  error: FastifyError | ProblemError | ZodError,
  reference: string,
  limits: HubLimits,
): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof ZodError) {
    const [issue] = error.issues;
    const fault = `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}`;
    return problem('OUT-SYN-028', { fault });
  }
  if (isStorageAway(error)) return problem('OUT-SYN-032');
  if (isUnstorable(error))
    return problem('OUT-SYN-028', { fault: 'a text has a character that cannot be stored' });
  switch (error.statusCode) {
    case 413:
      return problem('OUT-SYN-027', { limit: limits.body });
    case 429:
      return problem('OUT-SYN-026');
    case 503:
      return problem('OUT-SYN-032');
    default:
      return error.statusCode !== undefined && error.statusCode < 500
        ? problem('OUT-SYN-028', { fault: error.message })
        : problem('OUT-SYN-031', { reference });
  }
}

/** Errors of the databases that pass: no room, no connection, a lock that was not to be had. */
const passing = /^(SQLITE_(FULL|BUSY|IOERR.*)|53\d{3}|57P0\d|08\d{3}|40\d{3}|ECONN.*|EPIPE|ENOSPC)$/;

function isStorageAway(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && passing.test(error.code);
}

/** PostgreSQL takes no zero bytes in texts. */
function isUnstorable(error: Error): boolean {
  return 'code' in error && error.code === '22021';
}

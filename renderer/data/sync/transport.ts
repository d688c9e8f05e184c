import { askSigned, type HubSender } from '#shared/contracts/hub-request.ts';
import { hubProblemSchema } from '#shared/contracts/hub.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { isProblemCode, problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { readRetryAfter } from '#shared/contracts/retry-after.ts';
import type { HubRow } from './hub-rows.ts';

/** Of an exchange: what is asked of a hub. */
export interface HubCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'HEAD';
  /** With the prefix: `/api/v1/exchange`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly signal?: AbortSignal;
}

export interface HubAnswer {
  readonly status: number;
  readonly bytes: Uint8Array;
  readonly headers?: { readonly get: (name: string) => string | null };
}

/** Carries calls to hubs. @throws where no answer comes. */
export type Transport = (address: string, call: HubCall) => Promise<HubAnswer>;

export const fetchTransport: Transport = async (address, { method, path, headers, body, signal }) => {
  const response = await fetch(address + path, {
    method,
    headers,
    // A view may stand in a larger buffer, all of which would go out.
    ...(body ? { body: body.slice() } : {}),
    ...(signal ? { signal } : {}),
    cache: 'no-store',
    credentials: 'omit',
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes };
};

/** The hub answered and refused. */
export class HubRefusal extends ProblemError {
  override readonly name = 'HubRefusal';
  readonly status: number;
  /** Milliseconds that the hub asks to wait before the next call, where it says so. */
  readonly retryAfter: number | undefined;

  constructor(status: number, found: Problem, retryAfter?: number) {
    super(found);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** Asks a hub. @throws ProblemError OUT-SYN-050 not reached; HubRefusal with what the hub said, or OUT-SYN-052 where it is none. */
export async function askHub(transport: Transport, address: string, call: HubCall): Promise<Uint8Array> {
  return accepted(address, await carry(transport, address, call)).bytes;
}

/** Signs for the sender, by the clock of the hub. @throws as `askHub` */
export async function askHubSigned(
  { transport, clock }: { readonly transport: Transport; readonly clock: Clock },
  { address, ahead = 0 }: HubRow,
  sender: HubSender,
  call: HubCall,
): Promise<HubAnswer> {
  const { method, path, body = new Uint8Array() } = call;
  const answer = await askSigned(sender, { method, path, body }, clock.now() + ahead, (signed) =>
    carry(transport, address, { ...call, headers: { ...call.headers, ...signed } }),
  );
  return accepted(address, answer);
}

async function carry(transport: Transport, address: string, call: HubCall): Promise<HubAnswer> {
  try {
    return await transport(address, call);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProblemError(problem('OUT-SYN-050', { address, reason }), { cause: error });
  }
}

function accepted(address: string, answer: HubAnswer): HubAnswer {
  if (answer.status >= 200 && answer.status < 300) return answer;
  const retryAfter = readRetryAfter(answer.headers?.get('retry-after'));
  throw new HubRefusal(answer.status, refusalOf(address, answer), retryAfter);
}

function refusalOf(address: string, { status, bytes }: HubAnswer): Problem {
  try {
    const said = hubProblemSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
    const { code, message, next } = said;
    if (isProblemCode(code)) return { code, message, ...(next === undefined ? {} : { next }) };
  } catch {
    // Something in between answered: a proxy, a sign-in page.
  }
  return problem('OUT-SYN-052', { address, reason: `it answers with status ${status}` });
}

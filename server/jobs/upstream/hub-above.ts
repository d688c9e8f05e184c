import {
  apiPrefix,
  enrolResponseSchema,
  exchangeType,
  hubPaths,
  hubProblemSchema,
  type EnrolRequest,
  type EnrolResponse,
  type HubProblem,
} from '#shared/contracts/hub.ts';
import { directoryToJson } from '#shared/contracts/hub-directory.ts';
import { askSigned } from '#shared/contracts/hub-request.ts';
import { readRetryAfter } from '#shared/contracts/retry-after.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { Directory } from '#shared/sync/directory.ts';
import {
  decodeResponse,
  encodeRequest,
  type ExchangeRequest,
  type ExchangeResponse,
} from '#shared/sync/message.ts';
import type { Hub } from '../../hub/hub.ts';

/** For an answer to arrive, ms. */
const patience = 120_000;

async function send(address: string, path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(`${address}${apiPrefix}${path}`, { ...init, signal: AbortSignal.timeout(patience) });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ProblemError(problem('OUT-SYN-042', { address, reason }), { cause: error });
  }
}

async function accepted(address: string, response: Response): Promise<Response> {
  if (response.ok) return response;
  const told = hubProblemSchema.safeParse(await response.json().catch(() => undefined));
  throw new RefusedAbove(address, response, told.success ? told.data : undefined);
}

/** The hub above answered, and it was no yes. */
export class RefusedAbove extends ProblemError {
  readonly status: number;
  /** What it said: a code of the catalogue, where it is a hub. */
  readonly code: string | undefined;
  /** Milliseconds that it asks to wait, where it says so. */
  readonly retryAfter: number | undefined;

  constructor(address: string, { status, headers }: Response, told: HubProblem | undefined) {
    const reason = told ? `${told.code} ${told.message}` : `status ${status}`;
    super(problem('OUT-SYN-042', { address, reason }));
    this.status = status;
    this.code = told?.code;
    this.retryAfter = readRetryAfter(headers.get('retry-after'));
  }
}

/** Enrols this hub at another one. @throws ProblemError OUT-SYN-042 with what that hub says. */
export async function enrolAt(address: string, request: EnrolRequest): Promise<EnrolResponse> {
  const response = await send(address, hubPaths.enrol, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  const answer = await accepted(address, response);
  return enrolResponseSchema.parse(await answer.json());
}

export interface AskOptions {
  readonly body?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export const octets = { 'content-type': 'application/octet-stream' };

/** A hub that this one is enrolled at, for one workspace. Every call throws ProblemError OUT-SYN-042 when it does not come through. */
export class HubAbove {
  readonly #address: string;
  readonly #workspace: string;
  readonly #hub: Pick<Hub, 'identity' | 'clock'>;

  constructor(address: string, workspace: string, hub: Pick<Hub, 'identity' | 'clock'>) {
    this.#address = address;
    this.#workspace = workspace;
    this.#hub = hub;
  }

  async exchange(request: ExchangeRequest): Promise<ExchangeResponse> {
    const response = await this.ask('POST', hubPaths.exchange, {
      body: encodeRequest(request),
      headers: { 'content-type': exchangeType },
    });
    return decodeResponse(new Uint8Array(await response.arrayBuffer()));
  }

  async tellDirectory(directory: Directory): Promise<void> {
    const body = Buffer.from(JSON.stringify(directoryToJson(directory)));
    await this.ask('PUT', hubPaths.directory, { body, headers: octets });
  }

  /** A signed request. @param path below the prefix of the interface. @throws RefusedAbove */
  async ask(method: string, path: string, { body, headers }: AskOptions = {}): Promise<Response> {
    const { identity, clock } = this.#hub;
    const { id: replica, keys } = identity;
    const sender = { replica, workspace: this.#workspace, secret: keys.sign.secret };
    const asked = { method, path: `${apiPrefix}${path}`, body: body ?? new Uint8Array() };
    const response = await askSigned(sender, asked, clock.now(), (signed) =>
      send(this.#address, path, {
        method,
        headers: { ...headers, ...signed },
        ...(body === undefined ? {} : { body: new Uint8Array(body) }),
      }),
    );
    return accepted(this.#address, response);
  }
}

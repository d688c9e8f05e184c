import {
  apiPrefix,
  enrolResponseSchema,
  exchangeType,
  hubPaths,
  hubProblemSchema,
  type EnrolRequest,
  type EnrolResponse,
} from '#shared/contracts/hub.ts';
import { directoryToJson } from '#shared/contracts/hub-directory.ts';
import { askSigned } from '#shared/contracts/hub-request.ts';
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
  const reason = told.success ? `${told.data.code} ${told.data.message}` : `status ${response.status}`;
  throw new ProblemError(problem('OUT-SYN-042', { address, reason }));
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
    const response = await this.#signed('POST', hubPaths.exchange, encodeRequest(request), exchangeType);
    return decodeResponse(new Uint8Array(await response.arrayBuffer()));
  }

  async tellDirectory(directory: Directory): Promise<void> {
    const body = Buffer.from(JSON.stringify(directoryToJson(directory)));
    await this.#signed('PUT', hubPaths.directory, body, 'application/octet-stream');
  }

  async #signed(method: string, path: string, body: Uint8Array, type: string): Promise<Response> {
    const { identity, clock } = this.#hub;
    const { id: replica, keys } = identity;
    const sender = { replica, workspace: this.#workspace, secret: keys.sign.secret };
    const asked = { method, path: `${apiPrefix}${path}`, body };
    const response = await askSigned(sender, asked, clock.now(), (signed) =>
      send(this.#address, path, {
        method,
        headers: { 'content-type': type, ...signed },
        body: new Uint8Array(body),
      }),
    );
    return accepted(this.#address, response);
  }
}

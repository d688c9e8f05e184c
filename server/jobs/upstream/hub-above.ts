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
import { signedHeaders } from '#shared/contracts/hub-request.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { Directory } from '#shared/sync/directory.ts';
import {
  decodeResponse,
  encodeRequest,
  type ExchangeRequest,
  type ExchangeResponse,
} from '#shared/sync/message.ts';
import type { HubIdentity } from '../../hub/identity.ts';

/** For an answer to arrive, ms. */
const patience = 120_000;

async function send(address: string, path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`${address}${apiPrefix}${path}`, {
      ...init,
      signal: AbortSignal.timeout(patience),
    });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ProblemError(problem('OUT-SYN-042', { address, reason }), { cause: error });
  }
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
  return enrolResponseSchema.parse(await response.json());
}

/** A hub that this one is enrolled at, for one workspace. Every call throws ProblemError OUT-SYN-042 when it does not come through. */
export class HubAbove {
  readonly #address: string;
  readonly #workspace: string;
  readonly #identity: HubIdentity;

  constructor(address: string, workspace: string, identity: HubIdentity) {
    this.#address = address;
    this.#workspace = workspace;
    this.#identity = identity;
  }

  async exchange(request: ExchangeRequest): Promise<ExchangeResponse> {
    const response = await this.#signed('POST', hubPaths.exchange, encodeRequest(request), exchangeType);
    return decodeResponse(new Uint8Array(await response.arrayBuffer()));
  }

  async tellDirectory(directory: Directory): Promise<void> {
    const body = Buffer.from(JSON.stringify(directoryToJson(directory)));
    await this.#signed('PUT', hubPaths.directory, body, 'application/octet-stream');
  }

  #signed(method: string, path: string, body: Uint8Array, type: string): Promise<Response> {
    const { id: replica, keys } = this.#identity;
    const sender = { replica, workspace: this.#workspace, secret: keys.sign.secret };
    const asked = { method, path: `${apiPrefix}${path}`, body };
    return send(this.#address, path, {
      method,
      headers: { 'content-type': type, ...signedHeaders(sender, asked) },
      body: new Uint8Array(body),
    });
  }
}

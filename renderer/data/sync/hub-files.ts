import { apiPrefix, hubHeaders, hubPaths } from '#shared/contracts/hub.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { OwnReplica } from './exchange.ts';
import type { HubRow } from './hub-rows.ts';
import { askHubSigned, HubRefusal, type HubAnswer, type HubCall, type Transport } from './transport.ts';

export interface FilePart {
  readonly bytes: Uint8Array;
  /** Of the whole. */
  readonly size: number;
}

/** Contents of files at a hub, by their hash. @throws as `askHub` */
export class HubFiles {
  readonly #way: { readonly transport: Transport; readonly clock: Clock };
  readonly #hub: HubRow;
  readonly #own: OwnReplica;

  constructor(way: { readonly transport: Transport; readonly clock: Clock }, hub: HubRow, own: OwnReplica) {
    this.#way = way;
    this.#hub = hub;
    this.#own = own;
  }

  /** Bytes that the hub holds, from the beginning; 'whole' where it holds all. */
  async held(hash: string): Promise<number | 'whole'> {
    try {
      return heldIn(await this.#ask('HEAD', hash));
    } catch (error) {
      if (error instanceof HubRefusal && error.status === 404) return 0;
      throw error;
    }
  }

  /** Sends a part. Returns what the hub holds then. */
  async send(hash: string, bytes: Uint8Array, offset: number, size: number): Promise<number | 'whole'> {
    const headers = {
      'content-type': 'application/octet-stream',
      [hubHeaders.offset]: String(offset),
      [hubHeaders.size]: String(size),
    };
    return heldIn(await this.#ask('PUT', hash, headers, bytes));
  }

  /** A part from `offset` on; undefined where the hub does not hold the whole. */
  async fetch(hash: string, offset: number, most: number): Promise<FilePart | undefined> {
    const headers = { [hubHeaders.offset]: String(offset), [hubHeaders.most]: String(most) };
    try {
      const { bytes, ...answer } = await this.#ask('GET', hash, headers);
      const size = Number(answer.headers?.get(hubHeaders.size));
      if (!Number.isSafeInteger(size) || size < 0) throw this.#strange('it does not say how large a file is');
      return { bytes, size };
    } catch (error) {
      if (error instanceof HubRefusal && error.status === 404) return undefined;
      throw error;
    }
  }

  #ask(
    method: HubCall['method'],
    hash: string,
    headers: HubCall['headers'] = {},
    body?: Uint8Array,
  ): Promise<HubAnswer> {
    const path = `${apiPrefix}${hubPaths.blobs}/${hash}`;
    const { replica, keys } = this.#own;
    const sender = { replica, workspace: this.#hub.workspace.id, secret: keys.sign.secret };
    return askHubSigned(this.#way, this.#hub, sender, { method, path, headers, ...(body ? { body } : {}) });
  }

  #strange(reason: string): ProblemError {
    return new ProblemError(problem('OUT-SYN-052', { address: this.#hub.address, reason }));
  }
}

function heldIn({ status, headers }: HubAnswer): number | 'whole' {
  if (status !== 202) return 'whole';
  const held = Number(headers?.get(hubHeaders.offset));
  return Number.isSafeInteger(held) && held >= 0 ? held : 0;
}

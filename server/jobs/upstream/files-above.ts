import { blobListSchema, hubHeaders, hubPaths, type BlobList } from '#shared/contracts/hub.ts';
import { octets, RefusedAbove, type HubAbove } from './hub-above.ts';

/** Bytes of one part: grown while the link is quick, less where it is slow. */
const [leastPart, firstPart, mostPart] = [16 * 1024, 64 * 1024, 1024 * 1024];
const [quick, slow] = [2000, 10_000];

export interface FetchedPart {
  /** Of the whole. */
  readonly size: number;
  readonly bytes: Uint8Array;
}

/** Attachments at a hub above. Every call throws ProblemError OUT-SYN-042 when it does not come through. */
export class FilesAbove {
  readonly #above: HubAbove;
  #part = firstPart;

  constructor(above: HubAbove) {
    this.#above = above;
  }

  /** Bytes that one part should have on this link. */
  get partBytes(): number {
    return this.#part;
  }

  /** Those that became whole there after a number; undefined where that hub is too old to tell. */
  async list(after: number): Promise<BlobList | undefined> {
    const response = await orMissing(this.#above.ask('GET', `${hubPaths.blobs}?after=${after}`));
    return response && blobListSchema.parse(await response.json());
  }

  /** Bytes that it holds from the beginning; 'whole' where it holds all. */
  async held(hash: string): Promise<number | 'whole'> {
    const response = await orMissing(this.#above.ask('HEAD', pathOf(hash)));
    return response ? heldIn(response) : 0;
  }

  /** @returns what it holds then. */
  async send(hash: string, bytes: Uint8Array, offset: number, size: number): Promise<number | 'whole'> {
    const headers = {
      ...octets,
      [hubHeaders.offset]: String(offset),
      [hubHeaders.size]: String(size),
    };
    return heldIn(await this.#timed(() => this.#above.ask('PUT', pathOf(hash), { body: bytes, headers })));
  }

  /** A part from `offset` on; undefined where it does not hold the whole. */
  async fetch(hash: string, offset: number): Promise<FetchedPart | undefined> {
    const headers = { [hubHeaders.offset]: String(offset), [hubHeaders.most]: String(this.#part) };
    return this.#timed(async () => {
      const response = await orMissing(this.#above.ask('GET', pathOf(hash), { headers }));
      if (!response) return undefined;
      const size = Number(response.headers.get(hubHeaders.size));
      return { size, bytes: new Uint8Array(await response.arrayBuffer()) };
    });
  }

  async #timed<Result>(work: () => Promise<Result>): Promise<Result> {
    const start = performance.now();
    const result = await work().catch((error: unknown) => {
      if (error instanceof RefusedAbove && error.code === 'OUT-SYN-027') this.#shrink();
      throw error;
    });
    const took = performance.now() - start;
    if (took < quick) this.#part = Math.min(mostPart, this.#part * 2);
    else if (took > slow) this.#shrink();
    return result;
  }

  #shrink(): void {
    this.#part = Math.max(leastPart, this.#part / 2);
  }
}

const pathOf = (hash: string) => `${hubPaths.blobs}/${hash}`;

async function orMissing(asked: Promise<Response>): Promise<Response | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof RefusedAbove && error.status === 404) return undefined;
    throw error;
  }
}

function heldIn({ status, headers }: Response): number | 'whole' {
  if (status !== 202) return 'whole';
  const held = Number(headers.get(hubHeaders.offset));
  return Number.isSafeInteger(held) && held >= 0 ? held : 0;
}

import { chainEntries, noHead, type Head } from '#shared/changelog/chain.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { hashEntry } from '#shared/changelog/hash-entry.ts';
import {
  apiPrefix,
  enrolResponseSchema,
  exchangeType,
  hubPaths,
  type EnrolResponse,
} from '#shared/contracts/hub.ts';
import { signedHeaders } from '#shared/contracts/hub-request.ts';
import { toBase64Url } from '#shared/kernel/canonical.ts';
import { newRecordId, newReplicaId, newShortCode } from '#shared/kernel/ids.ts';
import { newKeys, signHead } from '#shared/sync/keys.ts';
import {
  decodeResponse,
  encodeRequest,
  type ExchangeRequest,
  type ExchangeResponse,
} from '#shared/sync/message.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import { heldOf, type Vector } from '#shared/sync/vector.ts';
import { toPackedRun, unpackRun } from '#shared/sync/wire.ts';

interface RequestOptions {
  readonly method?: string;
  readonly body?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** A laptop as the hub sees it: keys, a log of its own, and what it got from others. Nothing is folded. */
export class Device {
  replica = newReplicaId();
  readonly keys = newKeys();
  readonly shortCode = newShortCode();
  workspace = '';
  address = '';
  entries: Entry[] = [];
  head: Head = noHead;
  /** Runs of its own log that came from the hub: a copy of this device wrote them. */
  readonly returned: PackedRun[] = [];
  /** Entries of others, by replica. */
  readonly others = new Map<string, Entry[]>();

  /** Appends notes to its log. @param later ms that its clock is ahead. @returns them. */
  write(count: number, text = 'Looked at it.', later = 0): readonly Entry[] {
    const drafts = Array.from({ length: count }, (_, index) => ({
      stamp: {
        wall: 1_790_000_000_000 + later + this.entries.length + index,
        counter: this.entries.length + index + 1,
      },
      actor: 'person',
      type: 'incident',
      record: newRecordId(1_790_000_000_000 + index),
      body: { kind: 'note', text: `${text} ${index}`, audience: 'internal' } as const,
    }));
    const { entries, head } = chainEntries(this.replica, this.head, drafts);
    this.entries.push(...entries);
    this.head = head;
    return entries;
  }

  /** A run of its own log, signed. */
  run(from = 1, to = this.entries.length, options: Parameters<typeof toPackedRun>[1] = {}): PackedRun {
    const entries = this.entries.slice(from - 1, to);
    const hash = to === this.entries.length ? this.head.hash : (this.entries[to]?.prev ?? '');
    const signed = { workspace: this.workspace, replica: this.replica, seq: to, hash };
    return toPackedRun(
      { replica: this.replica, entries, signature: signHead(this.keys.sign.secret, signed) },
      options,
    );
  }

  /** A run of its log as somebody else carries it. */
  unsignedRun(from: number, to: number): PackedRun {
    return toPackedRun({ replica: this.replica, entries: this.entries.slice(from - 1, to) });
  }

  /** All that it holds. */
  get have(): Vector {
    const held: Record<string, number> = {};
    if (this.entries.length > 0) held[this.replica] = this.entries.length;
    for (const [replica, entries] of this.others) held[replica] = entries.length;
    return held;
  }

  enrolBody(code: string): Record<string, string> {
    return {
      code,
      replica: this.replica,
      name: `Laptop ${this.replica}`,
      signKey: toBase64Url(this.keys.sign.public),
      boxKey: toBase64Url(this.keys.box.public),
      shortCode: this.shortCode,
    };
  }

  async enrol(address: string, code: string): Promise<EnrolResponse> {
    const response = await fetch(`${address}${apiPrefix}${hubPaths.enrol}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(this.enrolBody(code)),
    });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    const enrolled = enrolResponseSchema.parse(await response.json());
    this.address = address;
    this.workspace = enrolled.workspace.id;
    return enrolled;
  }

  signedHeaders(method: string, path: string, body: Uint8Array = new Uint8Array()): Record<string, string> {
    const sender = { workspace: this.workspace, replica: this.replica, secret: this.keys.sign.secret };
    return { ...signedHeaders(sender, { method, path, body }, Date.now()) };
  }

  /** A signed request. @param path below the prefix of the interface. */
  request(
    path: string,
    { method = 'GET', body, headers = {}, signal }: RequestOptions = {},
  ): Promise<Response> {
    const full = `${apiPrefix}${path}`;
    return fetch(`${this.address}${full}`, {
      method,
      headers: { ...this.signedHeaders(method, full, body), ...headers },
      ...(body === undefined ? {} : { body: new Uint8Array(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  }

  post(body: Uint8Array): Promise<Response> {
    return this.request(hubPaths.exchange, {
      method: 'POST',
      body,
      headers: { 'content-type': exchangeType },
    });
  }

  message(wish: Partial<ExchangeRequest> = {}): Uint8Array {
    return encodeRequest({
      version: 1,
      have: this.have,
      runs: [],
      want: 1_000_000,
      directory: 0,
      wall: Date.now(),
      ...wish,
    });
  }

  /** One exchange as asked. @throws Error with status and body when the hub refuses. */
  async exchange(wish: Partial<ExchangeRequest> = {}): Promise<ExchangeResponse> {
    const response = await this.post(this.message(wish));
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    const answer = decodeResponse(new Uint8Array(await response.arrayBuffer()));
    for (const run of answer.runs) this.take(run);
    return answer;
  }

  /** Exchanges until neither side lacks anything. */
  async sync(): Promise<ExchangeResponse> {
    let runs: readonly PackedRun[] = [];
    for (let round = 0; round < 1000; round += 1) {
      const answer = await this.exchange({ runs });
      const held = heldOf(answer.have, this.replica);
      runs = held < this.entries.length ? [this.run(held + 1)] : [];
      if (runs.length === 0 && !answer.more) return answer;
    }
    throw new Error('The exchange does not come to an end.');
  }

  take(run: PackedRun): void {
    const { replica, from, bytes } = run;
    if (replica === this.replica) {
      this.returned.push(run);
      return;
    }
    const held = this.others.get(replica) ?? [];
    if (from !== held.length + 1)
      throw new Error(`A run of ${replica} begins at ${from} after ${held.length}.`);
    const last = held.at(-1);
    held.push(...unpackRun(bytes, { prev: last === undefined ? '' : hashEntry(last) }));
    this.others.set(replica, held);
  }
}

import type { HubAnswer, HubCall, Transport } from '#renderer/data/sync/transport.ts';
import { hubTimeHeader } from '#shared/contracts/hub.ts';
import { decodeResponse } from '#shared/sync/message.ts';
import { covers } from '#shared/sync/vector.ts';
import type { SimulatedHub } from './hub-house.ts';
import type { Laptop } from './laptop.ts';
import type { Fault } from './operations.ts';

/** What happens to the calls of one exchange. */
export interface Trouble {
  readonly fault?: { readonly kind: Fault; readonly call: number; readonly value: number } | undefined;
  /** While the first answer is on its way. */
  readonly meanwhile?: (() => Promise<void>) | undefined;
}

interface Stray {
  readonly hub: SimulatedHub;
  readonly call: HubCall;
}

/** Carries calls from laptops and hubs to hubs, and what goes wrong with them. */
export class Network {
  readonly hubs = new Map<string, SimulatedHub>();
  /** Calls that were delivered and will be again. */
  readonly strays: Stray[] = [];
  /** What must never be, and was. */
  readonly faults: string[] = [];
  /** Bytes of a body that a proxy on the way lets through. */
  largest = Infinity;
  #calls = 0;
  #trouble: Trouble = {};

  /** Runs an exchange in which this goes wrong. */
  async within<Result>(trouble: Trouble, work: () => Promise<Result>): Promise<Result> {
    const before = { calls: this.#calls, trouble: this.#trouble };
    this.#calls = 0;
    this.#trouble = trouble;
    try {
      return await work();
    } finally {
      this.#calls = before.calls;
      this.#trouble = before.trouble;
    }
  }

  transport(laptop: Laptop): Transport {
    return async (address, call) => {
      if (laptop.cut.has(address)) throw new TypeError('There is no way there.');
      return this.#carry(address, call, laptop);
    };
  }

  /** In the place of `fetch`, for hubs that call other hubs. */
  fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const { origin, pathname } = new URL(input instanceof Request ? input.url : input);
    const method = init.method === 'PUT' ? 'PUT' : 'POST';
    const headers = Object.fromEntries(new Headers(init.headers).entries());
    const body = typeof init.body === 'string' ? Buffer.from(init.body) : (init.body as Uint8Array);
    const answer = await this.#carry(origin, { method, path: pathname, headers, body });
    const time = answer.headers?.get(hubTimeHeader);
    return new Response(answer.status === 204 ? null : Buffer.from(answer.bytes), {
      status: answer.status,
      headers: time ? { [hubTimeHeader]: time } : {},
    });
  };

  async #carry(address: string, call: HubCall, laptop?: Laptop): Promise<HubAnswer> {
    const index = this.#calls;
    this.#calls += 1;
    const { fault, meanwhile } = this.#trouble;
    const kind = fault?.call === index ? fault.kind : undefined;
    const value = fault?.value ?? 0;
    const hub = this.hubs.get(address);
    if (!hub || kind === 'request lost') throw new TypeError('The network is down.');
    let answer = await this.#ask(hub, kind === 'request damaged' ? damagedCall(call, value) : call, kind);
    if (kind === 'hub dies before its answer') {
      await hub.restart();
      throw new TypeError('The connection was cut.');
    }
    if (kind === 'delivered twice') answer = await this.#ask(hub, call);
    if (kind === 'delivered again later') this.strays.push({ hub, call });
    if (index === 0) await meanwhile?.();
    if (kind === 'answer lost') throw new TypeError('The connection was cut.');
    if (kind === 'laptop dies' && laptop) laptop.fuse = value % 7;
    return kind === 'answer damaged' ? { ...answer, bytes: damaged(answer.bytes, value) } : answer;
  }

  async #ask(hub: SimulatedHub, call: HubCall, kind?: Fault): Promise<HubAnswer> {
    if ((call.body?.length ?? 0) > this.largest) return { status: 413, bytes: new Uint8Array() };
    hub.commitsFail = kind === 'hub cannot commit';
    const answer = await hub.answer(call).finally(() => {
      hub.commitsFail = false;
    });
    if (answer.status === 200 && call.path.endsWith('/exchange')) await this.#mustBeDurable(hub, answer);
    return answer;
  }

  /** SYN-503: what an answer acknowledges is in the database when the answer leaves. */
  async #mustBeDurable(hub: SimulatedHub, { bytes }: HubAnswer): Promise<void> {
    const { have } = decodeResponse(bytes);
    const held = await hub.vector();
    if (!covers(held, have)) {
      this.faults.push(
        `${hub.address} acknowledged ${JSON.stringify(have)} and holds ${JSON.stringify(held)}`,
      );
    }
  }
}

function damagedCall(call: HubCall, value: number): HubCall {
  return call.body ? { ...call, body: damaged(call.body, value) } : call;
}

function damaged(bytes: Uint8Array, value: number): Uint8Array {
  const copy = bytes.slice();
  const place = value % Math.max(1, copy.length);
  copy[place] = (copy[place] ?? 0) ^ (1 << ((value >>> 8) & 7));
  return copy;
}

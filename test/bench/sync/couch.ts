import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

const revisionsSchema = z.record(z.string(), z.array(z.string()));
const documentsSchema = z.object({
  docs: z.array(z.object({ _id: z.string(), _rev: z.string() })),
});

/** Bytes of bodies that were sent to it. */
export interface Traffic {
  readonly requests: number;
  readonly plain: number;
  readonly gzip: number;
}

const nothing: Traffic = { requests: 0, plain: 0, gzip: 0 };

/** As much of a CouchDB as PouchDB needs to push to it, which counts what it is sent. */
export class CountingCouch {
  readonly #server: Server;
  readonly #revisions = new Map<string, Set<string>>();
  readonly #local = new Map<string, unknown>();
  #traffic = nothing;

  static async start(): Promise<CountingCouch> {
    const couch = new CountingCouch();
    await new Promise<void>((resolve) => couch.#server.listen(0, '127.0.0.1', resolve));
    return couch;
  }

  constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What was sent since it was last asked. */
  takeTraffic(): Traffic {
    const traffic = this.#traffic;
    this.#traffic = nothing;
    return traffic;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader('access-control-allow-headers', 'content-type, accept');
    response.setHeader('access-control-allow-methods', 'GET, PUT, POST');
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    this.#count(body);
    const answer = this.#answer(request.method ?? '', request.url ?? '', body);
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { error: 'not_found', reason: 'missing' }));
  }

  #count(body: Buffer): void {
    const { requests, plain, gzip } = this.#traffic;
    const packed = body.length > 0 ? gzipSync(new Uint8Array(body)).length : 0;
    this.#traffic = { requests: requests + 1, plain: plain + body.length, gzip: gzip + packed };
  }

  #answer(method: string, url: string, body: Buffer): unknown {
    const [, database = '', ...rest] = new URL(url, 'http://couch').pathname.split('/');
    const path = rest.join('/');
    const json: unknown = body.length > 0 ? JSON.parse(body.toString('utf8')) : undefined;
    if (path === '') return { db_name: database, doc_count: 0, update_seq: 0, instance_start_time: '0' };
    if (path.startsWith('_local/')) {
      const key = `${database}/${path}`;
      if (method === 'PUT') this.#local.set(key, json);
      return method === 'PUT' ? { ok: true, id: path, rev: '0-1' } : this.#local.get(key);
    }
    if (path === '_revs_diff') return this.#missing(database, revisionsSchema.parse(json));
    if (path === '_bulk_docs') {
      for (const { _id, _rev } of documentsSchema.parse(json).docs) this.#known(database, _id).add(_rev);
      return [];
    }
    return undefined;
  }

  #missing(database: string, asked: Readonly<Record<string, readonly string[]>>): unknown {
    const missing = Object.entries(asked).map(([id, revisions]) => {
      const known = this.#known(database, id);
      return [id, { missing: revisions.filter((revision) => !known.has(revision)) }] as const;
    });
    return Object.fromEntries(missing.filter(([, found]) => found.missing.length > 0));
  }

  #known(database: string, id: string): Set<string> {
    const key = `${database}/${id}`;
    const known = this.#revisions.get(key) ?? new Set<string>();
    this.#revisions.set(key, known);
    return known;
  }
}

import type { ServerResponse } from 'node:http';
import { haveEvent, heartbeatSeconds } from '#shared/contracts/hub.ts';
import { toBase64Url } from '#shared/kernel/canonical.ts';
import { encodeVector } from '#shared/sync/message.ts';
import type { Storage } from '../storage/storage.ts';
import type { HubMetrics } from './metrics.ts';

interface Stream {
  readonly workspace: string;
  readonly replica: string;
  readonly response: ServerResponse;
  /** The reader has not taken what was written; it gets the newest state once it has. */
  isBehind: boolean;
  behindSince: number;
}

/** Changes within this time are told once, ms. */
const gatherFor = 20;
/** Of one replica at once; the oldest one ends for a new one, as a network that changed leaves dead ones behind. */
const mostOfOne = 3;
/** A reader that takes nothing for so long is cut off, ms; it comes again by itself. */
const slowestReader = 90_000;

/** Open streams that tell devices what the hub holds. */
export class LiveStreams {
  readonly #storage: Storage;
  readonly #metrics: HubMetrics;
  readonly #streams = new Set<Stream>();
  readonly #due = new Set<string>();
  readonly #stopListening: () => void;
  readonly #heartbeat: NodeJS.Timeout;
  #timer: NodeJS.Timeout | undefined;

  constructor(storage: Storage, metrics: HubMetrics) {
    this.#storage = storage;
    this.#metrics = metrics;
    this.#stopListening = storage.onChange((workspace) => this.#changed(workspace));
    this.#heartbeat = setInterval(() => this.#beat(), heartbeatSeconds * 1000);
    this.#heartbeat.unref();
  }

  /** Takes over an answer whose head was written. It begins with what the hub holds now. */
  add(workspace: string, replica: string, response: ServerResponse): void {
    const stream: Stream = { workspace, replica, response, isBehind: false, behindSince: 0 };
    const [oldest, ...others] = [...this.#streams].filter(
      (one) => one.workspace === workspace && one.replica === replica,
    );
    if (others.length >= mostOfOne - 1) oldest?.response.end();
    this.#streams.add(stream);
    this.#metrics.liveStreams.set(this.#streams.size);
    response.on('close', () => {
      this.#streams.delete(stream);
      this.#metrics.liveStreams.set(this.#streams.size);
    });
    response.on('drain', () => {
      if (!stream.isBehind) return;
      stream.isBehind = false;
      this.#changed(workspace);
    });
    this.#changed(workspace);
  }

  close(): void {
    this.#stopListening();
    clearInterval(this.#heartbeat);
    clearTimeout(this.#timer);
    for (const { response } of this.#streams) response.end();
  }

  #changed(workspace: string | undefined): void {
    for (const stream of this.#streams) {
      if (workspace === undefined || stream.workspace === workspace) this.#due.add(stream.workspace);
    }
    if (this.#due.size > 0) this.#timer ??= setTimeout(() => void this.#tellAll(), gatherFor);
  }

  async #tellAll(): Promise<void> {
    this.#timer = undefined;
    const due = [...this.#due];
    this.#due.clear();
    for (const workspace of due) {
      try {
        await this.#tell(workspace);
      } catch {
        // The database is away for a moment; the next change or heartbeat tells them.
      }
    }
  }

  async #tell(workspace: string): Promise<void> {
    const [held, revoked] = await Promise.all([
      this.#storage.logs.vector(workspace),
      this.#revokedIn(workspace),
    ]);
    const text = `event: ${haveEvent}\ndata: ${toBase64Url(encodeVector(held))}\n\n`;
    for (const stream of this.#streams) {
      if (stream.workspace !== workspace) continue;
      if (revoked.has(stream.replica)) stream.response.end();
      else this.#write(stream, text);
    }
  }

  async #revokedIn(workspace: string): Promise<ReadonlySet<string>> {
    const replicas = await this.#storage.replicas.list(workspace);
    return new Set(replicas.filter(({ revokedAt }) => revokedAt !== null).map(({ replica }) => replica));
  }

  /** The command line may have revoked a device in a process of its own. */
  async #endRevoked(): Promise<void> {
    for (const workspace of new Set([...this.#streams].map((stream) => stream.workspace))) {
      const revoked = await this.#revokedIn(workspace);
      for (const stream of this.#streams) {
        if (stream.workspace === workspace && revoked.has(stream.replica)) stream.response.end();
      }
    }
  }

  #beat(): void {
    void this.#endRevoked().catch(() => undefined);
    for (const stream of this.#streams) {
      if (stream.isBehind && Date.now() - stream.behindSince > slowestReader) stream.response.destroy();
      else this.#write(stream, ': here\n\n');
    }
  }

  #write(stream: Stream, text: string): void {
    if (stream.isBehind) return;
    stream.isBehind = !stream.response.write(text);
    if (stream.isBehind) stream.behindSince = Date.now();
  }
}

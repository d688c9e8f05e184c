import { askSigned } from '#shared/contracts/hub-request.ts';
import { apiPrefix, haveEvent, hubPaths } from '#shared/contracts/hub.ts';
import { fromBase64Url } from '#shared/kernel/canonical.ts';
import { systemClock } from '#shared/kernel/clock.ts';
import { decodeVector } from '#shared/sync/message.ts';
import type { Vector } from '#shared/sync/vector.ts';
import type { OwnReplica } from './exchange.ts';
import type { HubRow } from './hub-rows.ts';

/** Opens the stream on which a hub tells what it holds, whenever that grows. Ends when the connection does. */
export type LiveStream = (hub: HubRow, own: OwnReplica, signal: AbortSignal) => AsyncIterable<Vector>;

export const fetchLiveStream: LiveStream = async function* (hub, own, signal) {
  const path = apiPrefix + hubPaths.live;
  const sender = { replica: own.replica, workspace: hub.workspace.id, secret: own.keys.sign.secret };
  const asked = { method: 'GET', path, body: new Uint8Array() };
  const response = await askSigned(sender, asked, systemClock.now() + (hub.ahead ?? 0), (headers) =>
    fetch(hub.address + path, {
      headers: { accept: 'text/event-stream', ...headers },
      signal,
      cache: 'no-store',
      credentials: 'omit',
    }),
  );
  if (!response.ok || !response.body) return;
  let event = '';
  for await (const line of linesOf(response.body)) {
    const [name, ...rest] = line.split(':');
    const value = rest.join(':').trim();
    if (line === '') event = '';
    else if (name === 'event') event = value;
    else if (name === 'data' && event === haveEvent)
      yield decodeVector(fromBase64Url(value) ?? new Uint8Array());
  }
};

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let open = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (open + value).split(/\r?\n/);
      open = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

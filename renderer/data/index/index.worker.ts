import { catalogue } from '#shared/processes/catalogue.ts';
import { Vault } from '#shared/trust/vault.ts';
import { OutpostDatabase } from '../database.ts';
import { ChangeFeed } from '../feed.ts';
import { IndexServer } from './index-server.ts';
import type { IndexCall, IndexKeys, IndexReply, IndexStart } from './protocol.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;
let server: IndexServer | undefined;
let vault: Vault | undefined;

scope.onmessage = (event: MessageEvent<IndexStart | IndexKeys | IndexCall>) => {
  if ('start' in event.data) start(event.data);
  else if ('ring' in event.data) vault?.take(event.data.ring);
  else void reply(event.data);
};

function start({ start: { database, signature, ring } }: IndexStart): void {
  vault = new Vault(ring);
  const running = new IndexServer(new OutpostDatabase(database, vault), catalogue, signature, (news) => {
    scope.postMessage({ news } satisfies IndexReply);
  });
  server = running;
  new ChangeFeed(`${database}-changes`).subscribe(() => {
    void running.refresh().catch(() => undefined);
  });
  // One window saves; when it is closed, the lock passes to another.
  void navigator.locks.request(`${database}-index-saver`, () => {
    running.allowSaving();
    return new Promise<never>(() => undefined);
  });
}

async function reply({ call, request }: IndexCall): Promise<void> {
  try {
    if (!server) throw new Error('The index was asked before it was started.');
    scope.postMessage({ call, answer: await server.answer(request) } satisfies IndexReply);
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    scope.postMessage({ call, fault } satisfies IndexReply);
  }
}

import { gzipSync } from 'node:zlib';
import { packRun } from '#shared/sync/wire.ts';
import { lineOf, type Line } from '../lines.ts';
import { CountingCouch, type Traffic } from './couch.ts';
import { SyncPage } from './page.ts';
import type { Setting } from './setting.ts';
import { makeWireCorpus, type WireCorpus } from './wire-corpus.ts';

/** Edits of one sending, and how many are sent in all. */
const batches = [
  { count: 1000, edits: 1000 },
  { count: 50, edits: 500 },
  { count: 5, edits: 100 },
  { count: 1, edits: 50 },
] as const;

type Batch = (typeof batches)[number];

/** What PouchDB and RxDB send of the same edits, by the protocols of their own, in the browser. */
export async function measureDocuments(setting: Setting): Promise<readonly Line[]> {
  const corpus = await makeWireCorpus(1000);
  const page = await SyncPage.open(await setting.browser(), await setting.site());
  const couch = await CountingCouch.start();
  try {
    const lines: Line[] = [];
    for (const batch of batches) {
      lines.push(lineFor('PouchDB to CouchDB', batch, corpus, await pushByPouch(page, couch, corpus, batch)));
      lines.push(lineFor('RxDB’s push rows', batch, corpus, await pushByRx(page, corpus, batch)));
    }
    return lines;
  } finally {
    couch.stop();
    await page.close();
  }
}

async function pushByPouch(
  page: SyncPage,
  couch: CountingCouch,
  { originals, documents }: WireCorpus,
  { count, edits }: Batch,
): Promise<Traffic> {
  const name = `wire-pouch-${count}`;
  await page.call('beginDocuments', { name, remote: `${couch.address}/${name}`, documents: originals });
  couch.takeTraffic();
  for (let from = 0; from < edits; from += count) {
    await page.call('saveDocuments', { name, documents: documents.slice(from, from + count) });
  }
  return couch.takeTraffic();
}

async function pushByRx(
  page: SyncPage,
  { originals, documents }: WireCorpus,
  { count, edits }: Batch,
): Promise<Traffic> {
  const name = `wire-rx-${count}`;
  await page.call('beginDocuments', { name, documents: originals });
  let [requests, plain, gzip] = [0, 0, 0];
  for (let from = 0; from < edits; from += count) {
    for (const body of await page.call('saveDocuments', {
      name,
      documents: documents.slice(from, from + count),
    })) {
      requests += 1;
      plain += Buffer.byteLength(body);
      gzip += gzipSync(body).length;
    }
  }
  return { requests, plain, gzip };
}

function lineFor(name: string, { count, edits }: Batch, corpus: WireCorpus, traffic: Traffic): Line {
  let own = 0;
  for (let from = 0; from < edits; from += count) {
    own += packRun(corpus.edits.slice(from, from + count), { withoutPrev: true }).length;
  }
  const each = (bytes: number) => (bytes / edits).toFixed(0);
  return lineOf({
    what: `${name}, batch of ${count} edits: bodies, gzip, against ours`,
    value: traffic.gzip / own,
    unit: '×',
    detail: `${each(traffic.gzip)} B an edit in ${traffic.requests} requests, ${each(traffic.plain)} B without gzip, against ${(own / edits).toFixed(1)} B`,
  });
}

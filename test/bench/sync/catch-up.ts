import { lineOf, median, ms, type Line } from '../lines.ts';
import { BenchHub } from './hubs.ts';
import { SyncPage } from './page.ts';
import type { Setting } from './setting.ts';

const most = 1.25;

interface Work {
  readonly what: string;
  /** Records that the entries are about. */
  readonly touched: number;
  readonly write: (page: SyncPage, round: number) => Promise<number>;
}

/**
 * A laptop that was away takes in what another one wrote, against putting the records that it touches into raw IndexedDB, in turns.
 * Counted is everything from asking the hub until lists and search know it.
 */
export async function measureCatchUp(setting: Setting): Promise<readonly Line[]> {
  const { entries, rounds } = setting.sizes;
  const held = entries;
  const hub = await BenchHub.start(setting.bundle, setting.folder);
  const page = await SyncPage.open(await setting.browser(), await setting.site());
  try {
    await page.call('openRaw', undefined);
    await page.call('open', { name: 'desk', isNew: false });
    await page.call('import', { name: 'desk', from: 0, count: held });
    await page.call('join', { name: 'desk', address: hub.address, code: await hub.code() });
    await page.call('rest', { name: 'desk' });
    await page.call('open', { name: 'away', isNew: true });
    await page.call('join', { name: 'away', address: hub.address, code: await hub.code() });
    await page.call('rest', { name: 'away' });
    for (const kind of ['relaxed', 'strict'] as const)
      await page.call('putRaw', { from: 0, count: held, kind });
    let next = held;
    const edits: Work = {
      what: `${entries} entries: an edit each of ${entries} records`,
      touched: entries,
      write: async () => {
        await page.call('editMany', { name: 'desk', from: 0, count: entries });
        return 0;
      },
    };
    const histories: Work = {
      what: `${entries} entries: ${Math.round(entries / 4)} new records with their histories`,
      touched: Math.round(entries / 4),
      write: async () => {
        const from = next;
        next += Math.round(entries / 4);
        await page.call('import', { name: 'desk', from, count: Math.round(entries / 4) });
        return from;
      },
    };
    return [...(await measure(page, edits, rounds)), ...(await measure(page, histories, rounds))];
  } finally {
    await page.close();
    await hub.stop();
  }
}

async function measure(
  page: SyncPage,
  { what, touched, write }: Work,
  rounds: number,
): Promise<readonly Line[]> {
  const own: number[] = [];
  const stored: number[] = [];
  const raw: number[] = [];
  const strict: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const from = await write(page, round);
    await page.call('exchange', { name: 'desk' });
    const relaxed = await page.call('putRaw', { from, count: touched, kind: 'relaxed' });
    const arrival = await page.call('exchange', { name: 'away' });
    const strictly = await page.call('putRaw', { from, count: touched, kind: 'strict' });
    console.log(
      `  ${what}: ${ms(arrival.stored)} stored, ${ms(arrival.indexed)} indexed; raw ${ms(relaxed)}, strict ${ms(strictly)}`,
    );
    if (round < 0) continue;
    own.push(arrival.indexed);
    stored.push(arrival.stored);
    raw.push(relaxed);
    strict.push(strictly);
  }
  const ratio = (values: readonly number[], base: readonly number[]) =>
    median(values.map((value, index) => value / (base[index] ?? NaN)));
  return [
    lineOf(
      {
        what: `catch-up of ${what}, folded and indexed, against raw puts of those records`,
        value: ratio(own, raw),
        unit: '×',
        detail: `${ms(median(own))} against ${ms(median(raw))}; strict puts ${ms(median(strict))} = ${ratio(own, strict).toFixed(2)} ×; stored and folded after ${ms(median(stored))}`,
      },
      { most },
    ),
  ];
}

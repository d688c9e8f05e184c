import { lineOf, median, ms, type Line } from '../lines.ts';
import { BenchHub } from './hubs.ts';
import { SyncPage } from './page.ts';
import type { Setting } from './setting.ts';

const most = 1.3;
const rate = (entries: number, milliseconds: number) => (entries * 1000) / milliseconds;

/** A new laptop takes over all records of its unit, against a bulk import of the same records, in turns. */
export async function measureBootstrap(setting: Setting): Promise<readonly Line[]> {
  const { records, rounds } = setting.sizes;
  const hub = await BenchHub.start(setting.bundle, setting.folder);
  const page = await SyncPage.open(await setting.browser(), await setting.site());
  const imports: { stored: number; indexed: number }[] = [];
  const joins: { stored: number; indexed: number }[] = [];
  let pushed = NaN;
  let entries = 0;
  try {
    for (let round = 0; round < rounds; round += 1) {
      const [imported, joined] = [`imported-${round}`, `new-${round}`];
      await page.call('open', { name: imported, isNew: false });
      imports.push(await page.call('import', { name: imported, from: 0, count: records }));
      if (round === 0) {
        const push = await page.call('join', {
          name: imported,
          address: hub.address,
          code: await hub.code(),
        });
        pushed = push.stored;
        entries = push.n;
      }
      await page.call('discard', { name: imported });
      await page.call('open', { name: joined, isNew: true });
      const arrival = await page.call('join', { name: joined, address: hub.address, code: await hub.code() });
      if (arrival.incidents !== records || arrival.n !== entries) {
        throw new Error(
          `The new laptop shows ${arrival.incidents} incidents of ${records}, ${arrival.n} entries of ${entries}.`,
        );
      }
      joins.push(arrival);
      await page.call('discard', { name: joined });
      console.log(
        `  round ${round + 1}: import ${spell(imports.at(-1))}; through sync ${spell(joins.at(-1))}`,
      );
    }
  } finally {
    await page.close();
    await hub.stop();
  }
  const against = (what: string, moment: 'stored' | 'indexed') => {
    const [own, base] = [joins, imports].map((all) => all.map((one) => one[moment]));
    const ratios = (own ?? []).map((value, round) => value / (base?.[round] ?? NaN));
    const detail = `${ms(median(own ?? []))} against ${ms(median(base ?? []))}, ${entries} entries`;
    return lineOf({ what, value: median(ratios), unit: '×', detail }, { most });
  };
  const stored = median(joins.map((one) => one.stored));
  return [
    against(
      `new laptop with ${records} records until all are in lists and search, against bulk import of them`,
      'indexed',
    ),
    against('… until they are on its disk', 'stored'),
    lineOf({
      what: 'push by a laptop, all of it',
      value: rate(entries, pushed),
      unit: 'entries/s',
      detail: `${entries} entries, once`,
    }),
    lineOf({
      what: 'pull by a new laptop, stored and folded',
      value: rate(entries, stored),
      unit: 'entries/s',
      detail: ms(stored),
    }),
  ];
}

function spell(one: { stored: number; indexed: number } | undefined): string {
  return one ? `${ms(one.stored)} stored, ${ms(one.indexed)} indexed` : '';
}

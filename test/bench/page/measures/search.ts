import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { lineOf, median, ms, quantile, type Line } from '../../lines.ts';
import { incidentAt, openIncidents, type Incident } from '../../records.ts';
import { interleave, timed } from '../interleave.ts';
import { OutpostSubject } from '../subjects/outpost.ts';

const searched = ['number', 'title', 'description', 'symptom', 'externalReference', 'resolution', 'tags'];

/** Each keystroke of these is a query. */
const typed = [
  'satellite lock',
  'ws-2484',
  'dial tone building 003',
  'INC-7K-00042',
  'fuser queue',
  'serial T70',
];

/** Search as you type through the whole data layer, against the libraries called in the page itself. */
export async function measureSearch(records: number): Promise<readonly Line[]> {
  const outpost = new OutpostSubject();
  const ready = await timed(async () => {
    await outpost.open();
    await outpost.search('readiness');
  });
  const queries = typed.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)));
  const mini = new MiniSearch<Incident>({ fields: searched });
  const flex = new Index({ tokenize: 'strict' });
  const miniBuild = await timed(() => each(records, (incident) => mini.add(incident)));
  const flexBuild = await timed(() =>
    each(records, (incident, index) => {
      flex.add(index, searched.map((name) => String(incident[name as keyof Incident])).join(' '));
    }),
  );
  const at = (round: number) => queries[round % queries.length] ?? '';
  const times = await interleave(queries.length * 2, {
    own: (round) => outpost.search(at(round)),
    mini: (round) => Promise.resolve(mini.search(at(round)).slice(0, 50)),
    prefix: (round) =>
      Promise.resolve(mini.search(at(round), { prefix: true, combineWith: 'AND' }).slice(0, 50)),
    flex: (round) => Promise.resolve(flex.search(at(round), { limit: 50 })),
  });
  const found = await foundAtOnce(outpost, records);
  await outpost.close();
  const p95 = (name: keyof typeof times) => quantile(times[name], 0.95);
  return [
    lineOf(
      {
        what: 'search as you type with prefixes, p95',
        value: p95('own'),
        unit: 'ms',
        detail: `median ${ms(median(times.own))}`,
      },
      { most: 50 },
    ),
    lineOf(
      {
        what: 'MiniSearch by default (no prefixes), p95 against it',
        value: p95('mini') / p95('own'),
        unit: '×',
        detail: `${ms(p95('mini'))}; with prefixes ${ms(p95('prefix'))}; builds in ${ms(miniBuild)}`,
      },
      { least: 4 },
    ),
    lineOf({
      what: 'FlexSearch strict (no prefixes), p95 against it',
      value: p95('flex') / p95('own'),
      unit: '×',
      detail: `${ms(p95('flex'))}; builds in ${ms(flexBuild)}`,
    }),
    lineOf(
      {
        what: 'search ready after the start of the page',
        value: ready,
        unit: 'ms',
        detail: 'open, load, first answer',
      },
      { most: 1500 },
    ),
    lineOf({
      what: 'a new title is found, edit and search',
      value: found,
      unit: 'ms',
      detail: 'median of 7',
    }),
  ];
}

async function each(records: number, take: (incident: Incident, index: number) => void): Promise<void> {
  for (let index = 0; index < records; index += 1) take(incidentAt(index), index);
  return Promise.resolve();
}

async function foundAtOnce(outpost: OutpostSubject, records: number): Promise<number> {
  const times: number[] = [];
  for (const incident of openIncidents(7, records)) {
    const word = `zebra${crypto.randomUUID().slice(0, 8)}`;
    const time = await timed(async () => {
      await outpost.put(incident, `Stray ${word}`);
      if ((await outpost.search(word)) !== 1) throw new Error('A new title was not found at once.');
    });
    times.push(time);
  }
  return median(times);
}

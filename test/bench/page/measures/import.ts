import { lineOf, median, ms, type Line } from '../../lines.ts';
import { pairedRatio } from '../interleave.ts';
import { openSubjects, type Subjects } from '../subjects/all.ts';
import type { Subject } from '../subjects/subject.ts';
import { editCost, listCost } from './growth.ts';

const rounds = 5;

/** Fills all databases, a share of each in turn, and measures on the way what an edit and a list cost as they grow. */
export async function measureImport(records: number): Promise<readonly Line[]> {
  const subjects = await openSubjects(['outpost', 'raw', 'rawNumber', 'rawStrict', 'rx', 'pouch']);
  const tasks = new LongTasks();
  const catchUps: number[] = [];
  const growth: Growth[] = [];
  const rates = new Map<Subject, number[]>(subjects.all.map((subject) => [subject, []]));
  const fill = async (subject: Subject, from: number, count: number) => {
    const time = await subject.bulk(from, count);
    console.info(`  ${subject.name}: ${count} records in ${(time / 1000).toFixed(1)} s`);
    if (subject !== subjects.outpost) return time;
    catchUps.push((await subjects.outpost.catchUp()) / count);
    return time;
  };
  // The first thousand is written by all, and counted by none: what is compiled and opened then is there for the rest.
  const first = Math.min(1000, records / 10);
  for (const subject of subjects.all) await fill(subject, 0, first);
  catchUps.length = 0;
  growth.push(await grown(subjects, first));
  const share = Math.floor((records - first) / rounds);
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of subjects.all) {
      tasks.isOn = subject === subjects.outpost;
      const time = await fill(subject, first + round * share, share);
      tasks.isOn = false;
      rates.get(subject)?.push((share / time) * 1000);
    }
    growth.push(await grown(subjects, first + (round + 1) * share));
  }
  const own = rates.get(subjects.outpost) ?? [];
  const against = (subject: Subject, least?: number): Line => {
    const other = rates.get(subject) ?? [];
    return lineOf(
      {
        what: `import with history, rate against ${subject.name}`,
        value: pairedRatio(own, other),
        unit: '×',
        detail: `${perSecond(own)} against ${perSecond(other)}`,
      },
      least === undefined ? undefined : { least },
    );
  };
  await subjects.close();
  return [
    against(subjects.raw, 0.9),
    against(subjects.rawStrict),
    against(subjects.rawNumber),
    against(subjects.rx, 1.6),
    against(subjects.pouch, 3.3),
    lineOf(
      {
        what: 'longest task of the page during the import',
        value: tasks.longest,
        unit: 'ms',
        detail: `${tasks.count} tasks over 50 ms`,
      },
      { most: 50 },
    ),
    lineOf({
      what: 'until imported records are in lists and search, per 1,000',
      value: median(catchUps) * 1000,
      unit: 'ms',
      detail: `${ms(median(catchUps) * share)} for ${share}`,
    }),
    ...growthLines(growth),
  ];
}

interface Growth {
  readonly records: number;
  readonly edit: number;
  readonly list: number;
}

async function grown(subjects: Subjects, records: number): Promise<Growth> {
  return {
    records,
    edit: (await editCost(subjects, records, 25)).ratio,
    list: (await listCost(subjects, 'assignee', 0, 15)).ratio,
  };
}

function growthLines(growth: readonly Growth[]): readonly Line[] {
  const [small, large] = [growth[0], growth.at(-1)];
  if (!small || !large) return [];
  const line = (what: 'edit' | 'list') =>
    lineOf(
      {
        what: `growth: ${what} over raw at ${large.records} records against ${small.records}`,
        value: large[what] / small[what],
        unit: '×',
        detail: growth.map((point) => `${point.records}: ${point[what].toFixed(2)} ×`).join(', '),
      },
      { most: 1.5 },
    );
  return [line('edit'), line('list')];
}

const perSecond = (rates: readonly number[]): string => `${Math.round(median(rates))}/s`;

/** Counts the tasks over 50 ms while it is on. */
class LongTasks {
  isOn = false;
  count = 0;
  longest = 0;

  constructor() {
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        if (!this.isOn) continue;
        this.count += 1;
        this.longest = Math.max(this.longest, duration);
      }
    }).observe({ type: 'longtask' });
  }
}

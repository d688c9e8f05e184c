import { lineOf, median, ms, quantile, type Line } from '../../lines.ts';
import { openIncidents, type Incident } from '../../records.ts';
import { interleave } from '../interleave.ts';
import { openSubjects } from '../subjects/all.ts';

const rounds = 200;
const warmUp = 10;

/** Saves one edit after the other, of incidents all over the database. */
export async function measureEdit(records: number): Promise<readonly Line[]> {
  const subjects = await openSubjects(['outpost', 'raw', 'rx', 'pouch']);
  const incidents = openIncidents(rounds + warmUp, records);
  const put = (name: 'outpost' | 'raw' | 'rx' | 'pouch') => (round: number) =>
    subjects[name].put(incidents[round] as Incident, `Saved in round ${round}`);
  const times = await interleave(
    rounds,
    { outpost: put('outpost'), raw: put('raw'), rx: put('rx'), pouch: put('pouch') },
    warmUp,
  );
  await subjects.close();
  const own = median(times.outpost);
  const against = (name: 'raw' | 'rx' | 'pouch', label: string, most?: number): Line =>
    lineOf(
      {
        what: `save one edit, p50 against ${label}`,
        value: own / median(times[name]),
        unit: '×',
        detail: `${ms(own)} against ${ms(median(times[name]))}`,
      },
      most === undefined ? undefined : { most },
    );
  return [
    against('raw', 'a strict raw put', 1.4),
    against('rx', 'RxDB', 0.6),
    against('pouch', 'PouchDB'),
    lineOf({
      what: 'save one edit, p95',
      value: quantile(times.outpost, 0.95),
      unit: 'ms',
      detail: `raw ${ms(quantile(times.raw, 0.95))}`,
    }),
  ];
}

import { lineOf, median, ms, quantile, type Line } from '../../lines.ts';
import { interleave, timed } from '../interleave.ts';
import { openSubjects, type Subjects } from '../subjects/all.ts';
import { listNames, type ListName } from '../subjects/subject.ts';
import { openIncidents, type Incident } from '../../records.ts';
import { listCost } from './growth.ts';

const rounds = 31;

/** Pages of lists at their beginning and in their middle; then again with an edit before each, as a working desk has them. */
export async function measureLists(records: number): Promise<readonly Line[]> {
  const subjects = await openSubjects(['outpost', 'raw']);
  // The text index loads in the same worker; lists are measured when it is there.
  await subjects.outpost.search('ready');
  const middle = Math.floor(records / 2);
  const lines: Line[] = [];
  const all: number[] = [];
  const cases: readonly (readonly [ListName, number])[] = [
    ...listNames.map((name) => [name, 0] as const),
    ['newest', middle],
    ['title', middle],
  ];
  for (const [name, offset] of cases) {
    const first = await timed(() => subjects.outpost.list(name, offset));
    const { own, raw, ratio } = await listCost(subjects, name, offset, rounds);
    all.push(...own);
    lines.push(
      lineOf(
        {
          what: `50 rows of list “${name}”${offset > 0 ? ` at row ${offset}` : ''} against one getAll`,
          value: ratio,
          unit: '×',
          detail: `${ms(median(own))} against ${ms(median(raw))}, first time ${ms(first)}`,
        },
        { most: 2 },
      ),
    );
  }
  lines.push(
    lineOf(
      {
        what: '50 rows of any list, p95',
        value: quantile(all, 0.95),
        unit: 'ms',
        detail: `${all.length} lists`,
      },
      { most: 50 },
    ),
    await afterEdit(subjects, records),
  );
  await subjects.close();
  return lines;
}

async function afterEdit({ outpost, raw }: Subjects, records: number): Promise<Line> {
  const incidents = openIncidents(rounds + 1, records);
  const edit = (round: number) => outpost.put(incidents[round] as Incident, `Edit before a list ${round}`);
  const own: number[] = [];
  const times = await interleave(rounds, {
    edit: async (round) => {
      await edit(round);
      own.push(await timed(() => outpost.list('openByPriority', 0)));
    },
    raw: () => raw.list('openByPriority', 0),
  });
  return lineOf({
    what: '50 rows right after an edit, the edit in it',
    value: median(own) / median(times.raw),
    unit: '×',
    detail: `${ms(median(own))}, p95 ${ms(quantile(own, 0.95))}`,
  });
}

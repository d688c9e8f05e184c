import { openIncidents, type Incident } from '../../records.ts';
import { median } from '../../lines.ts';
import { interleave, pairedRatio } from '../interleave.ts';
import type { Subjects } from '../subjects/all.ts';
import type { ListName } from '../subjects/subject.ts';

export interface Cost {
  readonly ratio: number;
  readonly own: readonly number[];
  readonly raw: readonly number[];
}

let turns = 0;

/** One edit of an incident somewhere among the records, against a strict put of it. */
export async function editCost({ outpost, raw }: Subjects, records: number, rounds: number): Promise<Cost> {
  const incidents = openIncidents(rounds + 3, records);
  const at = (round: number) => incidents[round] as Incident;
  turns += 1;
  const title = `Edited ${turns}`;
  const times = await interleave(
    rounds,
    {
      own: (round) => outpost.put(at(round), `${title}, ${round}`),
      raw: (round) => raw.put(at(round), `${title}, ${round}`),
    },
    3,
  );
  return { ...times, ratio: median(times.own) / median(times.raw) };
}

/** The rows of one page of a list, against one `getAll` of 50. */
export async function listCost(
  { outpost, raw }: Subjects,
  name: ListName,
  offset: number,
  rounds: number,
): Promise<Cost> {
  let rows = [0, 0];
  const times = await interleave(rounds, {
    own: async () => (rows[0] = await outpost.list(name, offset)),
    raw: async () => (rows[1] = await raw.list(name, offset)),
  });
  if (rows[0] !== rows[1]) throw new Error(`List ${name} has ${rows.join(' and ')} rows at ${offset}.`);
  rows = [];
  return { ...times, ratio: pairedRatio(times.own, times.raw) };
}

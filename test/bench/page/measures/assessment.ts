import type { Data } from '#renderer/data/data.ts';
import { KeptRecords } from '#renderer/data/kept-records.ts';
import { LineMaker } from '#renderer/processes/assessment/workbook-rows.ts';
import { desmf } from '#resources/library/desmf.ts';
import texts from '#resources/library/indicators.json';
import { cellKey, cellsOf, profileOf, type Cell, type ItemSource } from '#shared/assessment/workbook.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { seedId } from '#shared/engine/seed.ts';
import { indicatorsSchema } from '#shared/library/indicators.ts';
import {
  agreedId,
  assessedOf,
  cellFields,
  cellOf,
  planOf,
  ratingId,
} from '#shared/processes/improvement/plan.ts';
import { lineOf, median, ms, quantile, type Line } from '../../lines.ts';
import { interleave } from '../interleave.ts';
import { desk, OutpostSubject } from '../subjects/outpost.ts';

const rounds = 27;
const instances = ['Day', 'Night', 'Depot', 'Harbour'];
const assessors = ['1', '2', '3'].map((name): Actor => ({
  id: seedId('person', `bench-assessor-${name}`),
  roles: ['assessor'],
  teams: [],
}));
const ratings = ['F', 'L', 'F', 'P'];
const id = seedId('assessment', 'bench');

/** An assessment of all processes in four instances to level 3 under R1, rated by three assessors and agreed on: what its workbook and profile cost. */
export async function measureAssessment(): Promise<readonly Line[]> {
  const subject = new OutpostSubject('outpost-bench-assessment');
  await subject.open();
  const { data } = subject;
  const source = itemSource();
  if (!(await data.load(id))) await fill(data, source);
  const assessment = await data.load(id);
  if (!assessment) throw new Error('The assessment is not there.');
  const plan = planOf(assessment);
  const cells = cellsOf(plan, source);
  const [lead] = assessors;
  data.setActor(lead);
  const kept = new KeptRecords(data);
  kept.follow();
  const lines = new LineMaker();
  const processes = desmf.processes.map(({ code }) => code);
  const open = async (process: string, from: KeptRecords) => {
    const records = await read(data, from, process);
    return lines.rows(
      cells.filter((cell) => cell.process === process),
      records,
      undefined,
    );
  };
  const first = processes[0] ?? '';
  const rows = await open(first, kept);
  const agreed = await data.loadMany(cells.map((cell) => agreedId(id, cell)));
  const values = new Map(agreed.map((record) => [keyOf(record), assessedOf(record)]));
  const times = await interleave(rounds, {
    plan: () => Promise.resolve(cellsOf(planOf(assessment), source)),
    open: (round) => open(processes[round % processes.length] ?? first, new KeptRecords(data)),
    give: async (round) => {
      const row = rows[round % rows.length];
      const value = ratings[(round + 1) % ratings.length] ?? 'F';
      if (row?.answer)
        await data.execute({
          kind: 'edit',
          record: row.answer.id,
          fields: { value, reason: `Round ${round}` },
        });
    },
    afterGive: () => open(first, kept),
    profile: () => Promise.resolve(profileOf(plan, source, (cell) => values.get(cellKey(cell)))),
  });
  await subject.close();
  const size = `${cells.length.toLocaleString('en')} lines, ${rows.length} in ${first}; three assessors`;
  return [
    lineOf({ what: 'assessment: lines of the plan', value: median(times.plan), unit: 'ms', detail: size }),
    lineOf(
      {
        what: 'workbook: opening a process, all its ratings',
        value: median(times.open),
        unit: 'ms',
        detail: `slowest ${ms(quantile(times.open, 1))}`,
      },
      { most: 300 },
    ),
    lineOf(
      {
        what: 'workbook: its lines anew after a rating',
        value: median(times.afterGive),
        unit: 'ms',
        detail: `writing the rating ${ms(median(times.give))}; the key itself waits for neither`,
      },
      { most: 50 },
    ),
    lineOf(
      {
        what: 'profile of all processes',
        value: median(times.profile),
        unit: 'ms',
        detail: `slowest ${ms(quantile(times.profile, 1))}`,
      },
      { most: 50 },
    ),
  ];
}

async function read(data: Data, kept: KeptRecords, process: string): Promise<readonly RecordView[]> {
  const where = [
    { column: 'assessment', in: [id] },
    { column: 'process', in: [process] },
  ];
  const pages = await Promise.all(
    ['rating', 'agreed-rating'].map((type) => data.ids({ type, where }, { offset: 0, limit: 3000 })),
  );
  return kept.load(pages.flatMap(({ ids }) => ids));
}

function keyOf(record: RecordView): string {
  const cell = cellOf(record);
  return cell ? cellKey(cell) : '';
}

function itemSource(): ItemSource {
  const indicators = new Map(
    indicatorsSchema.parse(texts).map(({ code, outcomes }) => [code.replace('PA ', ''), outcomes]),
  );
  const outcomes = new Map(desmf.processes.map((process) => [process.code, process.outcomes]));
  return {
    outcomes: (process) => outcomes.get(process) ?? [],
    indicators: (attribute) => indicators.get(attribute) ?? [],
  };
}

async function fill(data: Data, source: ItemSource): Promise<void> {
  const [lead] = assessors;
  if (!lead) throw new Error('Nobody leads.');
  const scope = desmf.processes.flatMap(({ code }) =>
    instances.map((instance) => ({ process: code, instance, target: 3 })),
  );
  const at = data.now();
  const people = assessors.map((person, place) => ({
    actor: desk,
    at,
    command: {
      kind: 'create',
      type: 'person',
      id: person.id,
      fields: { name: `Assessor ${place + 1}`, roles: ['assessor'] },
    } as const,
  }));
  const fields = {
    name: 'All processes',
    leadAssessor: lead.id,
    assessors: assessors.map((one) => one.id),
    scope,
  };
  await data.runScript([
    ...people,
    { actor: lead, at, command: { kind: 'create', type: 'assessment', id, fields } },
  ]);
  const assessment = await data.load(id);
  const cells = assessment ? cellsOf(planOf(assessment), source) : [];
  const answer = (actor: Actor, type: string, record: string, cell: Cell, place: number) =>
    [
      { actor, at, command: { kind: 'create', type, id: record, fields: cellFields(id, cell) } },
      {
        actor,
        at,
        command: { kind: 'edit', record, fields: { value: ratings[place % ratings.length] ?? 'F' } },
      },
    ] as const;
  for (const actor of assessors)
    await data.runScript(
      cells.flatMap((cell, place) => answer(actor, 'rating', ratingId(id, actor.id, cell), cell, place)),
    );
  await data.runScript(
    cells.flatMap((cell, place) => answer(lead, 'agreed-rating', agreedId(id, cell), cell, place)),
  );
}

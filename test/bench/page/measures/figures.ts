import type { Query } from '#shared/definition/query.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { lineOf, median, ms, type Line } from '../../lines.ts';
import { incidentAt, openIncidents, type Incident } from '../../records.ts';
import { interleave } from '../interleave.ts';
import { openSubjects } from '../subjects/all.ts';

const rounds = 21;
const day = 86_400_000;

/** The desk's dashboard and the counts beside the filters of a list. */
export async function measureFigures(records: number): Promise<readonly Line[]> {
  const subjects = await openSubjects(['outpost', 'raw']);
  const { data } = subjects.outpost;
  await subjects.outpost.search('ready');
  const open: Query = { type: 'incident', where: [{ column: 'stateClass', in: ['open', 'waiting'] }] };
  const filters = (catalogue.type('incident')?.views.filters ?? []).map(({ query }): Query => ({
    type: 'incident',
    ...query,
  }));
  const counted = [
    ...filters,
    ...['1', '2', '3'].map((priority) => ({
      ...open,
      where: [...open.where, { column: 'priority', in: [priority] }],
    })),
  ].slice(0, 15);
  const month = incidentAt(records - 1).createdAt - 30 * day;
  const dashboard = () =>
    Promise.all([
      data.summary(open, { column: 'priority' }),
      data.query(
        {
          ...open,
          where: [...open.where, { column: 'resolutionDue', empty: false }],
          sort: [{ column: 'resolutionDue' }],
        },
        { offset: 0, limit: 10 },
      ),
      data.counts([{ ...open, where: [...open.where, { column: 'assignee', empty: true }] }]),
      data.counts(
        [1, 3, 7, 30].map((days) => ({
          ...open,
          where: [...open.where, { column: 'createdAt', below: data.now() - days * day }],
        })),
      ),
      data.summary(
        { type: 'incident', where: [{ column: 'createdAt', from: month }] },
        { column: 'createdAt', bucket: 'day' },
      ),
      data.summary(
        { type: 'incident', where: [{ column: 'resolvedAt', from: month }] },
        { column: 'resolvedAt', bucket: 'day' },
      ),
      data.summary(open, { column: 'team' }),
    ]);
  const incidents = openIncidents(rounds + 1, records);
  const times = await interleave(rounds, {
    dashboard,
    counts: () => data.counts(counted),
    edited: async (round) => {
      await subjects.outpost.put(incidents[round] as Incident, `Edit before figures ${round}`);
    },
    afterEdit: () => data.counts(counted),
    get: () => data.load(incidentAt(7).id),
  });
  await subjects.close();
  return [
    lineOf(
      {
        what: 'desk dashboard: seven figures and charts',
        value: median(times.dashboard),
        unit: 'ms',
        detail: `${rounds} rounds`,
      },
      { most: 100 },
    ),
    lineOf(
      {
        what: 'counts of 15 filters',
        value: median(times.counts),
        unit: 'ms',
        detail: `right after an edit ${ms(median(times.afterEdit))}`,
      },
      { most: 100 },
    ),
    lineOf(
      {
        what: 'counts of 15 filters against one get',
        value: median(times.counts) / median(times.get),
        unit: '×',
        detail: `${ms(median(times.counts))} against ${ms(median(times.get))}`,
      },
      { most: 1.5 },
    ),
  ];
}

import type { ProcessDefinition } from '../../definition/process.ts';
import { tailoring } from './tailoring.ts';

/**
 * DESMF 9.5, which names no activities. This release holds where a unit departs from the process library; the improvement
 * register comes with the full process.
 */
export const continualImprovement: ProcessDefinition = {
  code: 'CSI',
  name: 'Continual Service Improvement',
  domain: 'CSI',
  section: '9.5',
  isoClauses: ['4.3', '4.4'],
  purpose:
    'Keeps services in line with the mission as both change, by measuring services and the processes behind them and improving both, step by step.',
  scope: 'All services, internal and external, and the processes that support them.',
  outcomes: [
    'Owners of services and processes have a way to see where they can improve',
    'Return on what is invested rises, in money and in value',
    'Services get better',
    'Trouble with performance is noticed sooner and costs less to mend',
    'Services stay in line with the mission',
    'Plans rest on better information',
    'Services and processes are measured by one method',
    'Figures on technology, processes and services are watched and reported in one way',
  ],
  activities: [],
  roles: [
    { name: 'Process owner', does: 'Answers for improvement, and decides on tailorings of the process.' },
    { name: 'Improvement analyst', does: 'Measures, finds gaps, compares effect and prediction.' },
  ],
  policies: [
    'A unit departs from the process library by a record that says why, never by silence.',
    'What no longer holds is retired, not deleted, so that earlier assessments can be understood.',
  ],
  metrics: [
    {
      factor: 'Departures from the library are known',
      indicator: 'Number of tailorings in use',
      name: 'tailoringsInUse',
      label: 'Tailorings in use',
      unit: 'count',
      measures: { active: { query: { type: 'tailoring', where: [{ column: 'state', in: ['active'] }] } } },
      value: ({ active }) => active ?? null,
    },
  ],
  recordTypes: [tailoring],
  seed: [],
};

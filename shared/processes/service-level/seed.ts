import type { SeedRecord } from '../../definition/process.ts';
import type { TableRow } from '../../definition/values.ts';

const workingDays: readonly TableRow[] = [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:00', to: '17:00' }));

function targets(recordType: string, measure: string, within: readonly string[]): readonly TableRow[] {
  return within.map((target, index) => ({ recordType, measure, priority: String(index + 1), target }));
}

/** What a new unit promises until it agrees on something else. */
export const serviceLevelSeed: readonly SeedRecord[] = [
  {
    key: 'calendar-always',
    type: 'service-calendar',
    fields: { name: 'Around the clock', zone: 'UTC', alwaysOpen: true, hours: [], holidays: [] },
  },
  {
    key: 'calendar-working',
    type: 'service-calendar',
    fields: { name: 'Working hours', zone: 'UTC', alwaysOpen: false, hours: workingDays, holidays: [] },
  },
  {
    key: 'agreement-default',
    type: 'agreement',
    fields: {
      name: 'Standard service levels',
      kind: 'sla',
      description: 'Targets for every service and customer without an agreement of their own.',
      services: [],
      organisations: [],
      calendar: '@calendar-always',
      priorityGuide:
        'Impact and urgency as their choices describe them; the priority matrix gives the priority.',
      escalation: 'The desk lead is told at three quarters of a target, the process owner when it is missed.',
      targets: [
        ...targets('incident', 'response', ['PT15M', 'PT30M', 'PT2H', 'PT8H', 'P1D']),
        ...targets('incident', 'resolution', ['PT4H', 'PT8H', 'P1D', 'P3D', 'P5D']),
        ...targets('request', 'response', ['PT1H', 'PT2H', 'PT4H', 'P1D', 'P1D']),
        ...targets('request', 'resolution', ['PT8H', 'P1D', 'P3D', 'P5D', 'P10D']),
        { recordType: 'request-task', measure: 'resolution', priority: null, target: 'P3D' },
      ],
    },
    acts: [{ action: 'adopt', inputs: {} }],
  },
];

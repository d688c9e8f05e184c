import type { ProcessDefinition } from '../../definition/process.ts';
import { withRaci } from '../support/raci.ts';
import { account } from './account.ts';
import { assignment } from './assignment.ts';
import { person } from './person.ts';
import { location, organisation } from './places.ts';
import { team } from './team.ts';
import { unit } from './unit.ts';
import { shareOf } from '../support/figures.ts';

const raci = {
  accountable: 'Unit information management officer',
  responsible: ['Service desk lead'],
  consulted: ['Team managers'],
  informed: ['All users'],
};

/** Not one of the framework's processes: the unit's own data that all of them name. */
export const foundation: ProcessDefinition = {
  code: 'FND',
  name: 'Unit data',
  domain: 'SO',
  section: '10',
  isoClauses: [],
  purpose:
    'Keeps the people, teams, organisations and places that every other record names, once and correctly.',
  scope:
    'Everybody who uses or gives a service in this unit, and the places where they do. Accounts and rights on other systems are outside.',
  outcomes: [
    'Everybody who asks for or gives service can be found and reached',
    'Work can be given to a team that exists and has members',
    'Nothing that a record names ever disappears; what is no longer used is retired',
  ],
  activities: withRaci(raci, [
    [
      'FND1',
      'Set up unit',
      'Give the unit its name, zone, marking and hours before the first ticket is logged.',
    ],
    [
      'FND2',
      'Keep people and teams',
      'Add arrivals, retire departures and keep teams staffed with each rotation.',
    ],
    [
      'FND3',
      'Keep organisations and locations',
      'Record whom the unit serves and where, as trees that reports can follow.',
    ],
    [
      'FND4',
      'Review unit data',
      'Walk through the lists at each rotation and mend what is wrong or missing.',
    ],
  ]),
  roles: [
    { name: 'Process owner', does: 'Decides which data is kept and for how long.' },
    { name: 'Administrator', does: 'Sets up the unit and gives roles to people.' },
    {
      name: 'Service desk analyst',
      does: 'Adds and mends people, teams, organisations and places during daily work.',
    },
  ],
  policies: [
    'Nobody is deleted; who leaves is retired, so that old records still name them.',
    'Rights follow roles, and roles are given by the administrator only, never to themself while there is another.',
    'Each process has one owner at a time, and so has each service.',
    'Personal data is limited to what is needed to reach somebody at work.',
  ],
  metrics: [
    shareOf(
      {
        factor: 'People can be reached',
        indicator: 'Share of active people with a phone number',
        name: 'peopleWithPhone',
        label: 'People with a phone number',
        // The unit's own data are no process of the library, so nobody assesses them.
        signOf: [],
      },
      ['reachable', 'all'],
      {
        type: 'person',
        whole: [{ column: 'state', in: ['active'] }],
        part: [{ column: 'phone', empty: false }],
      },
    ),
  ],
  recordTypes: [unit, person, account, assignment, team, organisation, location],
  seed: [],
};

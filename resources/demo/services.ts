import type { FieldValues } from '#shared/definition/values.ts';
import { seedId } from '#shared/engine/seed.ts';
import { actor, locations, organisations, teams, type PersonKey, type TeamKey } from './people.ts';
import { day, demoId, type Script } from './script.ts';

interface DemoService {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly owner: PersonKey;
  readonly team: TeamKey;
  readonly criticality: string;
  readonly type?: string;
  readonly dependsOn?: readonly string[];
  readonly offerings: readonly string[];
}

const services: readonly DemoService[] = [
  {
    key: 'network',
    name: 'Camp network',
    description: 'Wired and wireless network of the camp and its sites.',
    owner: 'novak',
    team: 'systems',
    criticality: '1',
    type: 'supporting',
    offerings: ['Wired port', 'Wireless access'],
  },
  {
    key: 'satellite',
    name: 'Satellite link',
    description: 'Link to the rear over the satellite terminal.',
    owner: 'herrera',
    team: 'transmission',
    criticality: '1',
    type: 'supporting',
    offerings: ['Reach-back link'],
  },
  {
    key: 'identity',
    name: 'Accounts and access',
    description: 'Accounts, passwords and cards.',
    owner: 'silva',
    team: 'systems',
    criticality: '2',
    type: 'supporting',
    dependsOn: ['network'],
    offerings: ['Standard account'],
  },
  {
    key: 'mail',
    name: 'E-mail and collaboration',
    description: 'Mailboxes, calendars and shared folders.',
    owner: 'silva',
    team: 'systems',
    criticality: '2',
    dependsOn: ['network', 'satellite', 'identity'],
    offerings: ['Personal mailbox', 'Shared mailbox'],
  },
  {
    key: 'command',
    name: 'Command and control application',
    description: 'Common picture, orders and reports for the operations center.',
    owner: 'novak',
    team: 'systems',
    criticality: '1',
    dependsOn: ['network', 'identity'],
    offerings: ['Operator seat', 'Viewer seat'],
  },
  {
    key: 'radio',
    name: 'Tactical radio net',
    description: 'Command and logistics nets over the relay.',
    owner: 'herrera',
    team: 'transmission',
    criticality: '1',
    offerings: ['Command net', 'Logistics net'],
  },
  {
    key: 'voice',
    name: 'Telephone',
    description: 'Desk telephones and the operator.',
    owner: 'mbeki',
    team: 'transmission',
    criticality: '2',
    dependsOn: ['network'],
    offerings: ['Desk telephone'],
  },
  {
    key: 'conference',
    name: 'Video conferencing',
    description: 'Conference rooms and bridge.',
    owner: 'okafor',
    team: 'desk',
    criticality: '3',
    dependsOn: ['network', 'satellite'],
    offerings: ['Room conference'],
  },
];

export type ServiceKey =
  'network' | 'satellite' | 'identity' | 'mail' | 'command' | 'radio' | 'voice' | 'conference';

export function service(key: ServiceKey): string {
  return demoId('service', key);
}

/** Portfolio, offerings and agreements, made by those who answer for them. */
export function writeServices(script: Script, at: number): void {
  const admin = actor('reyes');
  script.create(at, admin, 'service-calendar', 'desk-hours', {
    name: 'Camp working days',
    zone: 'Europe/Warsaw',
    alwaysOpen: false,
    hours: [1, 2, 3, 4, 5, 6].map((weekday) => ({ day: weekday, from: '07:00', to: '19:00' })),
    holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
  });
  for (const {
    key,
    name,
    description,
    owner,
    team,
    criticality,
    type,
    dependsOn = [],
    offerings,
  } of services) {
    const id = script.create(at, admin, 'service', key, {
      name,
      description,
      owner: actor(owner).id,
      type: type ?? 'missionFacing',
      criticality,
      supportTeam: teams[team],
      hours: seedId('service-calendar', 'calendar-always'),
      customers: [organisations.headquarters, organisations.battalion],
      dependsOn: dependsOn.map((other) => demoId('service', other)),
    });
    script.act(at, admin, id, 'offer');
    offerings.forEach((offering, index) => {
      const made = script.create(at, admin, 'service-offering', `${key}-${index}`, {
        name: offering,
        service: id,
        description: `${offering} of “${name}”, supported around the clock.`,
        supportTeam: teams[team],
      });
      script.act(at, admin, made, 'approve');
      script.act(at, admin, made, 'publish');
    });
  }
  writeAgreements(script, at);
}

function target(recordType: string, measure: string, within: readonly string[]) {
  return within.map((time, index) => ({ recordType, measure, priority: String(index + 1), target: time }));
}

function writeAgreements(script: Script, at: number): void {
  const signed = (fields: FieldValues, key: string, customer: PersonKey): string => {
    const admin = actor('reyes');
    const id = script.create(at, admin, 'agreement', key, fields);
    script.act(at, admin, id, 'negotiate');
    script.act(at, admin, id, 'agree', {
      authorisedCustomer: actor(customer).id,
      authorisedProvider: admin.id,
    });
    return id;
  };
  const review = { nextReview: script.now + 40 * day };
  const today = new Date(at).toISOString().slice(0, 10);
  const inForce = (id: string): void =>
    script.act(at, actor('reyes'), id, 'putInForce', { validFrom: today, ...review });

  inForce(
    signed(
      {
        name: 'Task Force headquarters: command services',
        kind: 'sla',
        description: 'Command application, radio and satellite for the operations center.',
        services: [service('command'), service('radio'), service('satellite')],
        organisations: [organisations.headquarters],
        calendar: seedId('service-calendar', 'calendar-always'),
        targets: [
          ...target('incident', 'response', ['PT10M', 'PT20M', 'PT1H', 'PT4H', 'PT8H']),
          ...target('incident', 'resolution', ['PT2H', 'PT4H', 'PT12H', 'P2D', 'P4D']),
        ],
        escalation: 'Signal officer at three quarters of the time, executive officer when it is missed.',
        interruptions: 'Sundays 02:00–04:00Z, announced two days before.',
        emergencyContacts: 'Battle captain on shift; signal officer on call sign HARBOR 6.',
        workload: 'Up to 40 operator seats and 12 radio nets.',
        customerDuties: 'Report by radio or phone at once; keep generators fuelled.',
      },
      'headquarters',
      'dawson',
    ),
  );
  inForce(
    signed(
      {
        name: 'Service desk and network team',
        kind: 'ola',
        description: 'What the network team owes the service desk.',
        services: [service('network')],
        calendar: demoId('service-calendar', 'desk-hours'),
        targets: [{ recordType: 'request-task', measure: 'resolution', priority: null, target: 'P2D' }],
      },
      'network-team',
      'okafor',
    ),
  );
  inForce(
    signed(
      {
        name: 'Northline satellite capacity',
        kind: 'uc',
        description: 'Leased satellite capacity and its monitoring.',
        services: [service('satellite')],
        supplier: organisations.supplier,
        targets: [...target('incident', 'resolution', ['PT2H', 'PT4H', 'PT8H', 'P1D', 'P2D'])],
        finance: 'Monthly fee; credit of 5 % for each breach.',
      },
      'northline',
      'herrera',
    ),
  );
  signed(
    {
      name: 'Multinational liaison cell: workplace services',
      kind: 'sla',
      description: 'E-mail, telephone and conferencing for the liaison cell.',
      organisations: [organisations.liaison],
      services: [service('mail'), service('voice'), service('conference')],
      targets: target('incident', 'resolution', ['PT4H', 'PT8H', 'P1D', 'P3D', 'P5D']),
    },
    'liaison',
    'moreau',
  );
}

interface ItemLine {
  readonly prefix: string;
  readonly count: number;
  readonly class: string;
  readonly model: string;
  readonly service?: ServiceKey;
  readonly team: TeamKey;
  readonly owner: PersonKey;
  readonly places: readonly (keyof typeof locations)[];
}

const lines: readonly ItemLine[] = [
  {
    prefix: 'LT',
    count: 12,
    class: 'computer',
    model: 'Rugged laptop 14',
    team: 'desk',
    owner: 'okafor',
    places: ['operations', 'camp', 'outpost'],
  },
  {
    prefix: 'SRV',
    count: 4,
    class: 'server',
    model: 'Short-depth server 1U',
    service: 'mail',
    team: 'systems',
    owner: 'silva',
    places: ['shelter'],
  },
  {
    prefix: 'SW',
    count: 5,
    class: 'network',
    model: 'Access switch 24 ports',
    service: 'network',
    team: 'systems',
    owner: 'novak',
    places: ['operations', 'camp', 'outpost'],
  },
  {
    prefix: 'RTR',
    count: 3,
    class: 'network',
    model: 'Edge router',
    service: 'network',
    team: 'systems',
    owner: 'novak',
    places: ['shelter', 'outpost', 'relay'],
  },
  {
    prefix: 'VHF',
    count: 8,
    class: 'radio',
    model: 'Manpack radio',
    service: 'radio',
    team: 'transmission',
    owner: 'herrera',
    places: ['camp', 'outpost', 'relay'],
  },
  {
    prefix: 'SAT',
    count: 2,
    class: 'satellite',
    model: 'Transportable terminal 1.8 m',
    service: 'satellite',
    team: 'transmission',
    owner: 'herrera',
    places: ['relay', 'camp'],
  },
  {
    prefix: 'TEL',
    count: 3,
    class: 'telephone',
    model: 'Desk telephone',
    service: 'voice',
    team: 'transmission',
    owner: 'mbeki',
    places: ['operations', 'camp'],
  },
  {
    prefix: 'PRN',
    count: 2,
    class: 'printer',
    model: 'Laser printer A3',
    team: 'desk',
    owner: 'okafor',
    places: ['operations', 'camp'],
  },
  {
    prefix: 'GEN',
    count: 1,
    class: 'power',
    model: 'Generator 10 kW',
    team: 'transmission',
    owner: 'mbeki',
    places: ['relay'],
  },
];

export type ItemKey = `${'LT' | 'SRV' | 'SW' | 'RTR' | 'VHF' | 'SAT' | 'TEL' | 'PRN' | 'GEN'}-${string}`;

export function item(key: ItemKey): string {
  return demoId('configuration-item', key);
}

/** Forty configuration items; routers and the terminal stand on the generator of the relay. */
export function writeItems(script: Script, at: number): void {
  const admin = actor('reyes');
  for (const line of lines) {
    for (let number = 1; number <= line.count; number += 1) {
      const key = `${line.prefix}-${String(number).padStart(2, '0')}`;
      const place = line.places[(number - 1) % line.places.length] ?? 'camp';
      const id = script.create(at, admin, 'configuration-item', key, {
        name: key,
        class: line.class,
        model: line.model,
        serialNumber: `${line.prefix}${7100 + number * 37}`,
        assetTag: `TFH-${line.prefix}-${1000 + number}`,
        owner: actor(line.owner).id,
        supportTeam: teams[line.team],
        location: locations[place],
        ...(line.service ? { service: service(line.service) } : {}),
      });
      const isSpare = number === line.count && line.count > 3;
      script.act(at, admin, id, isSpare ? 'receive' : 'goLive');
      if (!isSpare && number % 2 === 1) {
        script.act(at, admin, id, 'verify', {
          verifiedOn: new Date(at - number * day).toISOString().slice(0, 10),
        });
      }
    }
  }
  const generator = item('GEN-01');
  for (const key of ['RTR-03', 'SAT-01'] as const)
    script.edit(at, admin, item(key), { dependsOn: [generator] });
  script.edit(at, admin, item('SRV-02'), { service: service('command'), dependsOn: [item('SW-01')] });
  script.edit(at, admin, item('SRV-03'), { service: service('identity'), dependsOn: [item('SW-01')] });
}

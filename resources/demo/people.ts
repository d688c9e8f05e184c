import type { Actor, Role } from '#shared/definition/permission.ts';
import { demoId, type Script } from './script.ts';

export const teams = {
  desk: demoId('team', 'desk'),
  transmission: demoId('team', 'transmission'),
  systems: demoId('team', 'systems'),
  security: demoId('team', 'security'),
};
export type TeamKey = keyof typeof teams;

export const organisations = {
  company: demoId('organisation', 'company'),
  headquarters: demoId('organisation', 'headquarters'),
  battalion: demoId('organisation', 'battalion'),
  liaison: demoId('organisation', 'liaison'),
  supplier: demoId('organisation', 'supplier'),
};
type OrganisationKey = keyof typeof organisations;

export const locations = {
  camp: demoId('location', 'camp'),
  operations: demoId('location', 'operations'),
  shelter: demoId('location', 'shelter'),
  outpost: demoId('location', 'outpost'),
  relay: demoId('location', 'relay'),
};
export type LocationKey = keyof typeof locations;

interface Someone {
  readonly name: string;
  readonly rank: string;
  readonly jobTitle: string;
  readonly organisation: OrganisationKey;
  readonly location: LocationKey;
  readonly roles: readonly Role[];
  readonly team?: TeamKey;
  readonly vip?: boolean;
}

/** Nobody here exists; names, unit and places are made up. */
const everybody = {
  reyes: {
    name: 'Reyes, Ana',
    rank: 'CPT',
    jobTitle: 'Company commander, S6',
    organisation: 'company',
    location: 'shelter',
    roles: ['processOwner', 'administrator', 'majorIncidentManager', 'approver'],
  },
  okafor: {
    name: 'Okafor, Daniel',
    rank: 'SFC',
    jobTitle: 'Service desk lead',
    organisation: 'company',
    location: 'shelter',
    roles: ['analyst', 'majorIncidentManager'],
    team: 'desk',
  },
  lindqvist: {
    name: 'Lindqvist, Sara',
    rank: 'SGT',
    jobTitle: 'Service desk analyst',
    organisation: 'company',
    location: 'shelter',
    roles: ['analyst'],
    team: 'desk',
  },
  tanaka: {
    name: 'Tanaka, Ken',
    rank: 'SPC',
    jobTitle: 'Service desk analyst',
    organisation: 'company',
    location: 'shelter',
    roles: ['analyst'],
    team: 'desk',
  },
  herrera: {
    name: 'Herrera, Luis',
    rank: 'SSG',
    jobTitle: 'Transmission chief',
    organisation: 'company',
    location: 'relay',
    roles: ['analyst'],
    team: 'transmission',
  },
  mbeki: {
    name: 'Mbeki, Thandi',
    rank: 'SGT',
    jobTitle: 'Radio technician',
    organisation: 'company',
    location: 'relay',
    roles: ['analyst'],
    team: 'transmission',
  },
  novak: {
    name: 'Novak, Petra',
    rank: 'CW2',
    jobTitle: 'Network technician',
    organisation: 'company',
    location: 'shelter',
    roles: ['analyst'],
    team: 'systems',
  },
  silva: {
    name: 'Silva, Marta',
    rank: 'CIV',
    jobTitle: 'Systems administrator',
    organisation: 'company',
    location: 'shelter',
    roles: ['analyst'],
    team: 'systems',
  },
  ward: {
    name: 'Ward, Imogen',
    rank: 'SSG',
    jobTitle: 'Information security NCO',
    organisation: 'company',
    location: 'shelter',
    roles: ['securityAnalyst'],
    team: 'security',
  },
  dawson: {
    name: 'Dawson, Howard',
    rank: 'MAJ',
    jobTitle: 'Executive officer',
    organisation: 'headquarters',
    location: 'operations',
    roles: ['requester', 'approver'],
    vip: true,
  },
  ilic: {
    name: 'Ilić, Vera',
    rank: 'CPT',
    jobTitle: 'Intelligence officer',
    organisation: 'headquarters',
    location: 'operations',
    roles: ['requester'],
  },
  chen: {
    name: 'Chen, Robert',
    rank: '1LT',
    jobTitle: 'Battle captain',
    organisation: 'headquarters',
    location: 'operations',
    roles: ['requester'],
  },
  garcia: {
    name: 'Garcia, Pilar',
    rank: 'SGT',
    jobTitle: 'Supply sergeant',
    organisation: 'battalion',
    location: 'camp',
    roles: ['requester'],
  },
  abbott: {
    name: 'Abbott, Joe',
    rank: 'SSG',
    jobTitle: 'Motor sergeant',
    organisation: 'battalion',
    location: 'camp',
    roles: ['requester'],
  },
  petrov: {
    name: 'Petrov, Alexei',
    rank: '1SG',
    jobTitle: 'First sergeant',
    organisation: 'battalion',
    location: 'outpost',
    roles: ['requester'],
  },
  yusuf: {
    name: 'Yusuf, Amina',
    rank: 'PFC',
    jobTitle: 'Radio operator',
    organisation: 'battalion',
    location: 'outpost',
    roles: ['requester'],
  },
  moreau: {
    name: 'Moreau, Claire',
    rank: 'LtCol',
    jobTitle: 'Liaison officer',
    organisation: 'liaison',
    location: 'operations',
    roles: ['requester'],
    vip: true,
  },
} as const satisfies Readonly<Record<string, Someone>>;

export type PersonKey = keyof typeof everybody;

function entries(): readonly (readonly [PersonKey, Someone])[] {
  return Object.entries(everybody) as unknown as readonly (readonly [PersonKey, Someone])[];
}

export const requesters: readonly PersonKey[] = entries().flatMap(([key, { roles }]) =>
  roles.includes('requester') ? [key] : [],
);

/** Who works in a team. */
export function membersOf(team: TeamKey): readonly PersonKey[] {
  return entries().flatMap(([key, someone]) => (someone.team === team ? [key] : []));
}

export function actor(key: PersonKey): Actor {
  const { roles, team }: Someone = everybody[key];
  return { id: demoId('person', key), roles, teams: team ? [teams[team]] : [] };
}

/** Where a person belongs, as the fields of a record they report. */
export function whereabouts(key: PersonKey): { readonly organisation: string; readonly location: string } {
  const { organisation, location }: Someone = everybody[key];
  return { organisation: organisations[organisation], location: locations[location] };
}

/** The unit with its places, organisations, teams and people. */
export function writePeople(script: Script, at: number): void {
  const admin = actor('reyes');
  const put = (type: string, key: string, fields: Parameters<Script['create']>[4]): string =>
    script.create(at, admin, type, key, fields);

  put('location', 'camp', {
    name: 'Camp Harbor',
    kind: 'site',
    zone: 'Europe/Warsaw',
    description: 'Main camp. Access badge at the east gate.',
  });
  put('location', 'operations', { name: 'Operations center', kind: 'building', parent: locations.camp });
  put('location', 'shelter', { name: 'Signal shelter', kind: 'building', parent: locations.camp });
  put('location', 'outpost', {
    name: 'Outpost Pine',
    kind: 'site',
    zone: 'Europe/Warsaw',
    hasPermanentLink: false,
  });
  put('location', 'relay', {
    name: 'Relay Hill',
    kind: 'site',
    zone: 'Europe/Warsaw',
    description: 'Antenna site, one hour by road.',
  });

  put('organisation', 'company', {
    name: '71st Signal Company (demo)',
    shortName: '71 Sig',
    kind: 'provider',
  });
  put('organisation', 'headquarters', {
    name: 'Task Force Harbor headquarters',
    shortName: 'TF HQ',
    kind: 'customer',
  });
  put('organisation', 'battalion', {
    name: 'Task Force Harbor support battalion',
    shortName: 'Spt Bn',
    kind: 'customer',
    parent: organisations.headquarters,
  });
  put('organisation', 'liaison', { name: 'Multinational liaison cell', shortName: 'LNO', kind: 'partner' });
  put('organisation', 'supplier', {
    name: 'Northline Satellite Services',
    shortName: 'Northline',
    kind: 'supplier',
    phone: '+48 22 555 0100',
    email: 'noc@northline.example',
  });

  put('team', 'desk', {
    name: 'Service desk',
    function: 'serviceDesk',
    description: 'Takes every call, day and night.',
  });
  put('team', 'transmission', {
    name: 'Radio and satellite',
    function: 'technicalManagement',
    description: 'Radios, relay and satellite terminals.',
  });
  put('team', 'systems', {
    name: 'Network and systems',
    function: 'operations',
    description: 'Switches, servers, accounts, applications.',
  });
  put('team', 'security', {
    name: 'Information security',
    function: 'technicalManagement',
    description: 'Watches, contains, reports.',
  });

  entries().forEach(([key, someone], index) => {
    put('person', key, {
      name: someone.name,
      rank: someone.rank,
      jobTitle: someone.jobTitle,
      email: `${key}@tf-harbor.example`,
      phone: `555-01${String(index + 10)}`,
      ...whereabouts(key),
      teams: someone.team ? [teams[someone.team]] : [],
      roles: someone.roles,
      vip: someone.vip === true,
    });
  });

  put('unit', 'unit', {
    name: '71st Signal Company, Task Force Harbor (demo)',
    shortName: '71 Sig Co (demo)',
    shortCode: 'TFH',
    zone: 'Europe/Warsaw',
    marking: 'UNCLASSIFIED',
    markingNote: 'Made-up unit, people and events for exercise and training.',
  });
  managers(script, at);
}

/** Managers are set once everybody is there. */
function managers(script: Script, at: number): void {
  const admin = actor('reyes');
  const lead: Readonly<Record<TeamKey, PersonKey>> = {
    desk: 'okafor',
    transmission: 'herrera',
    systems: 'novak',
    security: 'ward',
  };
  for (const [key, someone] of entries()) {
    if (!someone.team) continue;
    const above = lead[someone.team] === key ? 'reyes' : lead[someone.team];
    script.edit(at, admin, demoId('person', key), { manager: actor(above).id });
  }
  for (const [team, person] of Object.entries(lead) as readonly [TeamKey, PersonKey][]) {
    script.edit(at, admin, teams[team], { manager: actor(person).id });
  }
}

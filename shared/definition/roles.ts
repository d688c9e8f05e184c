/** Where a role can be held: in the whole unit, or for one process, service or team. */
export type RoleScope = 'workspace' | 'process' | 'service' | 'team';

export interface RoleFacts {
  readonly label: string;
  /** What whoever has it does, in our own words. */
  readonly does: string;
  /** Where it is described; absent: a role of this application. */
  readonly source?: string;
  readonly scopes: readonly RoleScope[];
  /** The scope for which one person at a time holds it. */
  readonly oneFor?: RoleScope;
}

const anywhere: readonly RoleScope[] = ['workspace', 'process', 'service', 'team'];
const unitOnly: readonly RoleScope[] = ['workspace'];

/** Every role: DESMF section 7 and 10.1, the AESMF policy's definitions, and those that the workbench itself needs. */
export const roles = {
  requester: {
    label: 'Requester',
    does: 'Uses services, asks for them and reports what fails.',
    source: 'AESMF policy, enclosure 2, 4',
    scopes: unitOnly,
  },
  analyst: {
    label: 'Service desk analyst',
    does: 'Does the daily work of a process: logs, sorts, works and closes.',
    source: 'DESMF 7.10 (C), 10.2',
    scopes: anywhere,
  },
  securityAnalyst: {
    label: 'Security analyst',
    does: 'Handles security incidents, which few others see.',
    scopes: unitOnly,
  },
  majorIncidentManager: {
    label: 'Major incident manager',
    does: 'Declares major incidents, leads the work on them and stands them down.',
    scopes: ['workspace', 'process'],
  },
  approver: {
    label: 'Approver',
    does: 'Decides on what others ask for, for need and for money.',
    scopes: anywhere,
  },
  processOwner: {
    label: 'Process owner',
    does: 'Answers for the process: that it fits its purpose, is designed, measured and improved. One for each process.',
    source: 'DESMF 7.5; AESMF policy, enclosure 3, 1.i',
    scopes: ['workspace', 'process'],
    oneFor: 'process',
  },
  administrator: {
    label: 'Administrator',
    does: 'Sets up the unit, its accounts and its devices, and gives roles.',
    scopes: unitOnly,
  },
  executiveSponsor: {
    label: 'Executive sponsor',
    does: 'Stands behind the whole undertaking, finds money and people for it, and has the last word.',
    source: 'DESMF 7.1; AESMF policy, enclosure 3, 1.d',
    scopes: unitOnly,
  },
  executiveManager: {
    label: 'Executive manager',
    does: 'Leads the team that brings service management about, on the sponsor’s guidance.',
    source: 'AESMF policy, enclosure 3, 1.c',
    scopes: unitOnly,
  },
  domainOwner: {
    label: 'Domain owner',
    does: 'Answers for all processes of a life-cycle stage, and for how they hand over to each other.',
    source: 'DESMF 7.2; AESMF policy, enclosure 3, 1.g',
    scopes: ['workspace', 'process'],
  },
  serviceOwner: {
    label: 'Service owner',
    does: 'Answers for a service from the first idea to its retirement, wherever its parts are run. One for each service.',
    source: 'DESMF 7.3; AESMF policy, enclosure 3, 1.k',
    scopes: ['service'],
    oneFor: 'service',
  },
  serviceManager: {
    label: 'Service manager',
    does: 'Runs one or more services for their owner: plans, costs, deployment, built-in controls.',
    source: 'DESMF 7.4; AESMF policy, enclosure 3, 1.j',
    scopes: ['workspace', 'service'],
  },
  processManager: {
    label: 'Process manager',
    does: 'Runs a process day by day and answers to its owner. There may be several.',
    source: 'DESMF 7.6; AESMF policy, enclosure 3, 1.h',
    scopes: ['workspace', 'process'],
  },
  processDeveloper: {
    label: 'Process developer',
    does: 'Leads the design of a process, its documents and its introduction.',
    source: 'DESMF 7.9, 7.10 (C)',
    scopes: ['workspace', 'process'],
  },
  productOwner: {
    label: 'Product owner',
    does: 'Sees to it that a product fits its purpose and what the services on it need.',
    source: 'DESMF 7.7',
    scopes: ['workspace', 'service'],
  },
  subjectMatterExpert: {
    label: 'Subject matter expert',
    does: 'Advises on the design, running and improvement of processes.',
    source: 'DESMF 7.8',
    scopes: anywhere,
  },
  functionOwner: {
    label: 'Function owner',
    does: 'Answers for a function: that its team carries out the processes it takes part in as agreed. One for each.',
    source: 'DESMF 10.1; AESMF policy, enclosure 3, 1.e',
    scopes: ['team'],
    oneFor: 'team',
  },
  functionManager: {
    label: 'Function manager',
    does: 'Runs a function day by day and answers to its owner.',
    source: 'DESMF 10.1',
    scopes: ['team'],
  },
  riskOwner: {
    label: 'Service risk management owner',
    does: 'Answers for finding and handling risks over all stages of the services.',
    source: 'DESMF 7.9',
    scopes: unitOnly,
  },
  riskAnalyst: {
    label: 'Risk management analyst',
    does: 'Looks at the risks in each process of a stage and helps to plan for them.',
    source: 'DESMF 7.9',
    scopes: ['workspace', 'process'],
  },
  assessor: {
    label: 'Assessor',
    does: 'Gathers evidence on how capable processes are, and rates them.',
    source: 'DESMF 5.3',
    scopes: ['workspace', 'process'],
  },
} as const satisfies Readonly<Record<string, RoleFacts>>;

export type Role = keyof typeof roles;

export function isRole(text: string): text is Role {
  return Object.hasOwn(roles, text);
}

export function roleFacts(role: Role): RoleFacts {
  return roles[role];
}

export const allRoles: readonly Role[] = Object.keys(roles).filter(isRole);

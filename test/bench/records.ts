import type { Intention, RecordHistory } from '#shared/changelog/intention.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { seedId } from '#shared/engine/seed.ts';
import { deterministicRecordId } from '#shared/kernel/ids.ts';
import { nameOf, peopleCount, reference, teams, type ReferenceKind } from './reference-data.ts';
import { randomFrom } from './text-corpus.ts';

/** An incident as a flat document of 25 fields, about 1.1 KB as JSON: what the other databases are given. */
export interface Incident {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly stateClass: string;
  readonly priority: string;
  readonly title: string;
  readonly description: string;
  readonly requester: string;
  readonly contactType: string;
  readonly organisation: string;
  readonly location: string;
  readonly occurredAt: number;
  readonly category: string;
  readonly symptom: string;
  readonly service: string;
  readonly configurationItems: readonly string[];
  readonly impact: string;
  readonly urgency: string;
  readonly team: string;
  readonly assignee: string;
  readonly tags: readonly string[];
  readonly externalReference: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly resolution: string;
}

const quarterHour = 900_000;
/** Opening of the first incident; one follows every quarter of an hour, so 100,000 span almost three years. */
const origin = Date.UTC(2024, 0, 1);

const faults = [
  ['VPN', 'drops every few minutes', 'network-vpn', 'Session ends', 'renewed the certificate of the gateway'],
  [
    'Printer',
    'does not print duplex jobs',
    'computing-printing',
    'No output',
    'replaced the fuser and cleared the queue',
  ],
  [
    'Laptop',
    'does not start after the update',
    'computing-laptop',
    'Black screen',
    'rolled the firmware back',
  ],
  [
    'Account',
    'is locked after leave',
    'computing-account',
    'Cannot sign in',
    'unlocked it and set a new password',
  ],
  [
    'Mailbox',
    'refuses large attachments',
    'software-office',
    'Error message',
    'raised the limit for the group',
  ],
  [
    'Satellite link',
    'loses lock in rain',
    'satcom-satellite-link',
    'No link',
    'realigned the dish and logged the margin',
  ],
  ['VHF set', 'has no key loaded', 'radio-vhf', 'No voice', 'loaded the fill again and tested with the net'],
  ['Switch', 'port flaps', 'network-lan', 'Intermittent', 'changed the patch cable and the transceiver'],
  [
    'Mission application',
    'shows old positions',
    'software-mission',
    'Stale data',
    'restarted the feed after clearing its queue',
  ],
  ['Telephone', 'has no dial tone', 'voice-telephone', 'Dead line', 'moved the line to a spare pair'],
  ['File server', 'answers slowly', 'infrastructure-server', 'Slow', 'moved the share to the other array'],
  [
    'Generator feed',
    'trips under load',
    'infrastructure-power',
    'Outage',
    'balanced the phases and changed the breaker',
  ],
] as const;
const consequences = (
  'Work at the counter has stopped|The watch officer cannot read reports|Two clerks share one machine meanwhile|' +
  'The morning brief may be late|Nobody else in the building is affected|It began after the power cut last night|' +
  'The user has tried a restart twice without effect|The same was seen last month in the other shelter|' +
  'Convoy planning waits for it|A spare is on the shelf but not configured|The vendor asks for the log files'
).split('|');
const contacts = ['phone', 'walkIn', 'email', 'portal', 'radio'];
const codes = ['solved', 'workaround', 'replaced', 'instructed', 'by-vendor', 'cleared'];
const tagNames = ['vip', 'exercise', 'deployed', 'garrison', 'recurring', 'shift-b'];
const openStates = ['new', 'assigned', 'inProgress', 'pending', 'resolved'];
const classes: Readonly<Record<string, string>> = { pending: 'waiting', resolved: 'done', closed: 'done' };

/** The incident at a place: the same on every machine, and independent of all others. */
export function incidentAt(index: number): Incident {
  const random = randomFrom(1_000_003 + index);
  const whole = (below: number) => Math.floor(random() * below);
  const pick = <Item>(items: readonly Item[]): Item => items[whole(items.length)] as Item;
  const any = (kind: ReferenceKind, count: number) => reference(kind, whole(count)).id;
  const [thing, fault, category, symptom, remedy] = pick(faults);
  const site = nameOf('location', whole(40));
  const host = `ws-${String(whole(4000)).padStart(4, '0')}.unit.example`;
  const code = `0x8007${whole(65536).toString(16).padStart(4, '0')}`;
  const createdAt = origin + index * quarterHour + whole(quarterHour);
  const state = random() < 0.94 ? 'closed' : pick(openStates);
  const [impact, urgency] = [pick('12333'.split('')), pick('12233'.split(''))];
  const team = whole(teams.length);
  const isDone = state === 'closed' || state === 'resolved';
  return {
    id: deterministicRecordId(['bench', String(index)]),
    number: `INC-7K-${String(index + 1).padStart(5, '0')}`,
    state,
    stateClass: classes[state] ?? 'open',
    priority: String(Number(impact) + Number(urgency) - 1),
    title: `${thing} ${fault}, ${site} room ${whole(900) + 100}`,
    description:
      `${thing} ${host} ${fault} since ${String(whole(24)).padStart(2, '0')}:${String(whole(60)).padStart(2, '0')}. ` +
      `${pick(consequences)}. ${pick(consequences)}. Error ${code}, address 10.${whole(8)}.${whole(256)}.${whole(256)}, ` +
      `serial ${whole(0x7fffffff).toString(36).toUpperCase()}. ${pick(consequences)}.`,
    requester: any('person', peopleCount),
    contactType: pick(contacts),
    organisation: any('organisation', 8),
    location: any('location', 40),
    occurredAt: createdAt - whole(quarterHour),
    category: seedId('category', `category-${category}`),
    symptom,
    service: any('service', 20),
    configurationItems: [any('configuration-item', 500)],
    impact,
    urgency,
    team: state === 'new' ? '' : reference('team', team).id,
    // Five people of each team, so that an assignee has a few hundred of 100,000 incidents.
    assignee: state === 'new' ? '' : reference('person', team * 5 + whole(5)).id,
    tags: random() < 0.3 ? [pick(tagNames)] : [],
    externalReference: `SD-${String(400_000 + index)}`,
    createdAt,
    updatedAt: createdAt + (isDone ? quarterHour * (2 + whole(400)) : quarterHour),
    resolution: isDone ? `We ${remedy}; tested with the user at ${site}. Log kept under ${code}.` : '',
  };
}

/** Incidents spread over the records that may be edited: closed ones may not. */
export function openIncidents(count: number, records: number): readonly Incident[] {
  return Array.from({ length: count }, (_, turn) => {
    for (let index = (turn * 7919) % records; ; index = (index + 1) % records) {
      const incident = incidentAt(index);
      if (incident.state !== 'closed') return incident;
    }
  });
}

/** The incident as an import writes it: what was reported, and the steps to its state, each with its time and author. */
export function historyOf(incident: Incident, line: number): RecordHistory {
  const { id, state, team, assignee, createdAt, updatedAt, resolution } = incident;
  const source = `incidents.csv line ${line}`;
  const fact = `import:${id.slice(0, 16)}`;
  const intentions: Intention[] = [
    {
      key: 'import:create',
      body: { kind: 'create', fields: reported(incident) },
      origin: { at: createdAt, by: incident.requester, source },
    },
  ];
  const act = (action: string, to: string, at: number, fields: FieldValues = {}) =>
    intentions.push({
      key: `${fact}.${action}`,
      body: { kind: 'act', action, to, fields },
      origin: { at, by: assignee, source, ...(action === 'start' ? { inferred: true } : {}) },
    });
  if (state === 'new') return { id, type: 'incident', intentions };
  act('assign', 'assigned', createdAt + 60_000, { team, assignee });
  if (state === 'assigned') return { id, type: 'incident', intentions };
  if (state === 'inProgress') act('start', 'inProgress', createdAt + 120_000);
  else if (state === 'pending') act('await', 'pending', createdAt + 120_000, { pendingReason: 'user' });
  else {
    const closureCode = seedId('closure-code', `closure-${codes[line % codes.length] ?? 'solved'}`);
    act('resolve', 'resolved', updatedAt - 60_000, { resolution, closureCode });
    if (state === 'closed') act('close', 'closed', updatedAt);
  }
  return { id, type: 'incident', intentions };
}

const reportedFields = [
  'title',
  'description',
  'requester',
  'contactType',
  'organisation',
  'location',
  'occurredAt',
  'category',
  'symptom',
  'service',
  'configurationItems',
  'impact',
  'urgency',
  'tags',
  'externalReference',
] as const;

/** What is known when an incident is logged; fields without a value are left out. */
function reported(incident: Incident): FieldValues {
  const values = reportedFields.map((name) => [name, incident[name]] as const);
  return Object.fromEntries(values.filter(([, value]) => typeof value !== 'object' || value.length > 0));
}

import type { Actor } from '#shared/definition/permission.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { cycleId, statementId } from '#shared/processes/improvement/conformance-year.ts';
import { actor, organisations, type PersonKey } from './people.ts';
import { day, demoId, hour, type Script } from './script.ts';
import { service, type ServiceKey } from './services.ts';

const owner = actor('reyes');
const component = organisations.company;

interface Told {
  readonly service: ServiceKey;
  readonly title: string;
  readonly by: PersonKey;
  readonly kind: 'enterprise' | 'component';
  readonly phase: '1' | '2' | '3';
  readonly before?: FieldValues;
  readonly now?: FieldValues;
  /** How far this year's statement has come. */
  readonly until?: 'draft' | 'submitted' | 'accepted';
}

/** One service for each cell that teaches something; video conferencing has no type yet. */
function told(firstAssessment: string): readonly Told[] {
  return [
    {
      service: 'identity',
      title: 'Accounts and access',
      by: 'silva',
      kind: 'enterprise',
      phase: '1',
      before: {
        verdict: 'departs',
        explanation: 'Leavers kept their accounts, as nobody told the desk.',
        levelDescription: 'Joiners by request; leavers not at all.',
        recommendation: 'Name the personnel office as a source of leavers.',
      },
      now: { verdict: 'conforms' },
      until: 'accepted',
    },
    {
      service: 'satellite',
      title: 'Satellite link',
      by: 'herrera',
      kind: 'enterprise',
      phase: '2',
      before: {
        verdict: 'departs',
        levelDescription: 'Capacity and faults are handled by the supplier’s process.',
        recommendation: 'Let a supplier’s process count where its figures are handed over.',
        exception: demoId('conformance-exception', 'satellite'),
        agreement: true,
      },
      now: {
        verdict: 'departs',
        levelDescription: 'The supplier hands its figures over each month; faults are logged here as well.',
        recommendation: 'Let a supplier’s process count where its figures are handed over.',
        exception: demoId('conformance-exception', 'satellite'),
        agreement: true,
      },
      until: 'submitted',
    },
    {
      service: 'mail',
      title: 'E-mail and collaboration',
      by: 'silva',
      kind: 'enterprise',
      phase: '3',
      now: {
        serviceQuality: 96.5,
        qualityBasis: 'entered',
        qualitySource: 'Availability report of the mail servers, whole year',
        managementCapability: firstAssessment,
        processes: ['IM', 'RF'],
        measuresJudged: 'Quality is above the target of 95 %. Requests are the weaker of the two processes.',
      },
      until: 'submitted',
    },
    {
      service: 'command',
      title: 'Command and control application',
      by: 'novak',
      kind: 'component',
      phase: '1',
      before: {
        verdict: 'departs',
        evaluation: 'The framework’s service description was compared with the vendor’s manual.',
        recommendation: 'Give an example of a service description for an application with a vendor.',
      },
      now: {
        verdict: 'departs',
        evaluation: 'Incident and request management will be measured as the framework has it from spring.',
        recommendation: 'Give an example of a service description for an application with a vendor.',
      },
      until: 'accepted',
    },
    {
      service: 'network',
      title: 'Camp network',
      by: 'novak',
      kind: 'component',
      phase: '2',
      before: {
        verdict: 'departs',
        plan: 'Relations between items first.',
        levelDescription: 'Hardly begun.',
        recommendation: 'A shorter list of attributes for deployed units.',
      },
      now: {
        verdict: 'departs',
        planRecord: demoId('conformance-plan', 'company'),
        recommendation: 'A shorter list of attributes for deployed units.',
      },
      until: 'draft',
    },
    {
      service: 'radio',
      title: 'Tactical radio net',
      by: 'herrera',
      kind: 'component',
      phase: '3',
      now: {
        verdict: 'departs',
        levelDescription: 'Nets are changed by order, not by request for change.',
        recommendation: 'Take an order as an approved change where it names the net and the hour.',
        exception: demoId('conformance-exception', 'radio'),
        agreement: true,
      },
      until: 'accepted',
    },
    {
      service: 'voice',
      title: 'Telephone',
      by: 'mbeki',
      kind: 'component',
      phase: '1',
      before: { verdict: 'conforms' },
    },
  ];
}

/** Two years of conformance: the one before reported, this one under way, with an exception that ended and one that will. */
export function writeConformance(script: Script, at: number): void {
  const year = Number(dateOf(script.now).slice(0, 4));
  const services = told(demoId('assessment', 'first'));
  for (const { service: key, kind, phase } of services) {
    script.edit(at, owner, service(key), { conformanceKind: kind, conformancePhase: phase, component });
  }
  writeExceptions(script, at + hour, year);
  writePlan(script, at + 2 * hour);

  open(script, at + 3 * hour, year - 1);
  for (const one of services) {
    if (one.before) state(script, at + 4 * hour, year - 1, one, one.before, 'accepted');
  }
  script.act(at + 9 * hour, owner, cycleId(component, year - 1), 'report', {
    summary: 'First year in which each service was looked at. Two services conform or are close to it.',
  });

  // Measures rest on the first assessment, which is reported by then.
  const later = at + 9 * day;
  open(script, later, year);
  for (const one of services) {
    if (one.now) state(script, later + hour, year, one, one.now, one.until ?? 'draft');
  }
}

function open(script: Script, at: number, year: number): void {
  script.make(at, owner, 'conformance-cycle', cycleId(component, year), {
    name: `Conformance ${String(year)}`,
    year,
    component,
    due: `${String(year)}-12-15`,
  });
}

function state(
  script: Script,
  at: number,
  year: number,
  { service: key, title, by, kind, phase }: Told,
  fields: FieldValues,
  until: 'draft' | 'submitted' | 'accepted',
): void {
  const writer: Actor = actor(by);
  const id = statementId(service(key), year);
  script.make(at, writer, 'conformance-statement', id, {
    name: `${title} ${String(year)}`,
    service: service(key),
    year,
    kind,
    phase,
    component,
    cycle: cycleId(component, year),
    ...fields,
  });
  if (until === 'draft') return;
  script.act(at + hour, writer, id, 'submit');
  if (until === 'accepted') script.act(at + 2 * hour, owner, id, 'accept');
}

function writeExceptions(script: Script, at: number, year: number): void {
  const ask = (key: ServiceKey, fields: FieldValues, approval: FieldValues): void => {
    const id = script.create(at, actor('herrera'), 'conformance-exception', key, {
      service: service(key),
      ...fields,
    });
    script.act(at + hour / 2, owner, id, 'approve', { approvedOn: dateOf(at), ...approval });
  };
  ask(
    'satellite',
    {
      name: 'Satellite link by the supplier’s process',
      reason: 'The terminal is leased with its management until the contract ends.',
      mitigation: 'Monthly figures of the supplier are kept with the agreement.',
    },
    {
      authorityKind: 'dodCio',
      authority: 'Office of the DoD CIO',
      until: dateOf(script.now + 50 * day),
      decision: 'Letter 14-07',
    },
  );
  const firstDay = `${String(year)}-01-01`;
  const lastWeek = dateOf(script.now - 6 * day);
  ask(
    'radio',
    {
      name: 'Radio nets by order',
      reason: 'Nets are changed by order of operations within the hour.',
      mitigation: 'Each order is kept with the net.',
    },
    {
      authorityKind: 'component',
      authority: 'Commander of the task force',
      until: lastWeek < firstDay ? firstDay : lastWeek,
      decision: 'Order 31',
    },
  );
}

function writePlan(script: Script, at: number): void {
  const days = (from: number, until: number) => ({
    from: dateOf(script.now + from * day),
    until: dateOf(script.now + until * day),
  });
  const id = script.create(at, actor('novak'), 'conformance-plan', 'company', {
    name: 'Configuration and requests first',
    component,
    priorities:
      'Configuration management first, as both who know leave with the rotation. Then requests, which are of few kinds.',
    measuring: 'Share of targets kept, each month, from the records of the desk.',
    steps: [
      {
        step: 'Record what depends on what',
        process: 'CfM',
        owner: actor('novak').id,
        ...days(-30, 20),
        target: 1,
        state: 'running',
        progress: 60,
      },
      {
        step: 'Six models of requests',
        process: 'RF',
        owner: actor('okafor').id,
        ...days(0, 60),
        target: 2,
        state: 'running',
        progress: 10,
      },
      {
        step: 'Changes on a calendar',
        process: 'ChM',
        owner: actor('silva').id,
        ...days(45, 120),
        target: 1,
        state: 'planned',
        progress: 0,
      },
    ],
  });
  script.act(at + hour / 2, owner, id, 'approve');
}

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

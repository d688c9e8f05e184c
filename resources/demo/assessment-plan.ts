import type { Actor } from '#shared/definition/permission.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { interviewEvidenceId } from '#shared/processes/improvement/interview-answers.ts';
import { actor } from './people.ts';
import { day, demoId, hour, type Script } from './script.ts';

interface Team {
  readonly lead: Actor;
  readonly second: Actor;
}

type SessionKey = 'kickOff' | 'documents' | 'lead' | 'analysts' | 'rating' | 'consensus' | 'briefing';

/** Day of the assessment, hour of the day (UTC), length in hours, title, kind. */
const sessions: readonly (readonly [SessionKey, number, number, number, string, string])[] = [
  ['kickOff', 0, 6, 1, 'Kick-off with the company', 'kickOff'],
  ['documents', 0, 8, 3, 'Reading of records and rules', 'documentReview'],
  ['lead', 1, 6, 1, 'Desk lead', 'interview'],
  ['analysts', 1, 8, 2, 'Analysts of both shifts', 'workshop'],
  ['rating', 2, 6, 4, 'Rating, each alone', 'rating'],
  ['consensus', 5, 6, 3, 'Consensus of the team', 'consensus'],
  ['briefing', 5, 11, 1, 'Briefing of the sponsor', 'briefing'],
];

/** First and last day of the running assessment, midnight UTC: its consensus is still to come. */
export function runningDays(now: number): { readonly first: number; readonly last: number } {
  const today = Math.floor(now / day) * day;
  return { first: today - 4 * day, last: today + day };
}

/** Schedule, requests and interviews of the assessment in which is rated just now. */
export function writePlan(script: Script, assessment: string, { lead, second }: Team, at: number): void {
  const { first } = runningDays(script.now);
  const invited: Readonly<Record<SessionKey, readonly string[]>> = {
    kickOff: [second.id, actor('okafor').id, actor('tanaka').id],
    documents: [second.id],
    lead: [actor('okafor').id],
    analysts: [second.id, actor('tanaka').id, actor('lindqvist').id],
    rating: [second.id],
    consensus: [second.id],
    briefing: [second.id, actor('dawson').id],
  };
  for (const [key, on, from, hours, name, kind] of sessions) {
    const begins = first + on * day + from * hour;
    const id = script.create(at, lead, 'assessment-session', `now-${key}`, {
      assessment,
      name,
      kind,
      from: begins,
      until: begins + hours * hour,
      place: key === 'documents' ? 'Shelter 2' : 'Briefing tent',
      processes: ['IM'],
      lead: lead.id,
      participants: invited[key],
    });
    if (on < 3) script.act(begins + hours * hour, lead, id, 'hold');
  }
  writeRequests(script, assessment, lead, at + hour);
  writeAnswers(script, assessment, lead, at + 2 * hour);
}

function writeRequests(script: Script, assessment: string, lead: Actor, at: number): void {
  const ask = (key: string, name: string, of: Actor, fields: FieldValues, dueOn: number) => {
    const id = script.create(at, lead, 'evidence', `now-${key}`, {
      assessment,
      name,
      kind: 'document',
      processes: ['IM'],
      ...fields,
    });
    script.act(at + hour, lead, id, 'request', { askedOf: of.id, dueOn });
    return id;
  };
  const list = ask(
    'list',
    'Incidents of the last month with their categories',
    actor('okafor'),
    { attributes: ['1.1'], outcomes: ['IM-O1', 'IM-O2'], ask: 'The list, and ten records of your choice.' },
    at + day,
  );
  script.act(at + 4 * hour, lead, list, 'receive', { source: 'List “All incidents”' });
  script.act(at + 5 * hour, lead, list, 'validate', {
    verdict: 'Drawn ten at random, all sorted and followed up.',
  });
  const book = ask(
    'book',
    'Shift book of the night shift',
    actor('tanaka'),
    { attributes: ['1.1'], outcomes: ['IM-O3'], ask: 'The pages of the last two weeks.' },
    at + day,
  );
  script.act(at + 6 * hour, lead, book, 'receive', { source: 'Photos of pages' });
  script.act(at + 7 * hour, lead, book, 'doubt', { verdict: 'Four nights are missing, and nobody signed.' });
  ask(
    'targets',
    'Targets of incident management, and who agreed to them',
    actor('okafor'),
    {
      attributes: ['2.1'],
      outcomes: ['PA2.1-O1', 'PA2.1-O2'],
      ask: 'Statement of aims, or the order that sets them.',
    },
    script.now - day,
  );
  ask(
    'templates',
    'Rules for incident records: what must be filled, who checks',
    actor('lindqvist'),
    { attributes: ['2.2'], outcomes: ['PA2.2-O1'], ask: 'Working instruction or template.' },
    script.now + 2 * day,
  );
  script.create(at, lead, 'evidence', 'now-reports', {
    assessment,
    name: 'Reports on incidents to the commander',
    kind: 'document',
    processes: ['IM'],
    attributes: ['2.1'],
    outcomes: ['PA2.1-O3'],
  });
}

/** What the desk lead said, as the interview sheet writes it down. */
const answers = [
  [
    'IM-O1',
    'Everything that comes in is logged at once, also what is solved on the phone. He shows twelve calls of the morning.',
  ],
  [
    'IM-O2',
    'Priority follows from impact and urgency. In the night it is left as it comes and put right in the morning.',
  ],
  ['IM-O3', 'What cannot be solved in half an hour goes to transmission or systems, with a call.'],
] as const;

function writeAnswers(script: Script, assessment: string, lead: Actor, at: number): void {
  const session = demoId('assessment-session', 'now-lead');
  for (const [outcome, content] of answers) {
    const record = interviewEvidenceId(session, 'IM', outcome);
    script.make(at, lead, 'evidence', record, {
      assessment,
      session,
      name: `${outcome}: what the desk lead says`,
      kind: 'interview',
      processes: ['IM'],
      attributes: ['1.1'],
      outcomes: [outcome],
      interviewer: lead.id,
      interviewed: [actor('okafor').id],
      heldAt: at,
    });
    script.act(at, lead, record, 'receive', { content });
    script.act(at + hour, lead, record, 'validate', { verdict: 'Shown in the records while he spoke.' });
  }
}

import type { FieldValues } from '#shared/definition/values.ts';
import { seedId } from '#shared/engine/seed.ts';
import { article } from './articles.ts';
import { patterns, type Pattern } from './incident-patterns.ts';
import { actor, membersOf, requesters, teams, whereabouts, type PersonKey } from './people.ts';
import { item, service } from './services.ts';
import { day, Dice, hour, minute, type Script } from './script.ts';

const desk: readonly PersonKey[] = ['okafor', 'lindqvist', 'tanaka'];

export function closure(key: string): string {
  return seedId('closure-code', `closure-${key}`);
}

export function category(key: string): string {
  return seedId('category', `category-${key}`);
}

const confirmations = [
  'Confirmed by phone.',
  'Said so in person at the desk.',
  'Answered by e-mail.',
  'Radio check, all good.',
];
const waits: readonly (readonly [reason: string, note: string])[] = [
  ['user', 'User is on guard until the evening'],
  ['user', 'Laptop must be brought to the shelter'],
  ['parts', 'Part ordered from the supply point'],
  ['vendor', 'Case open with the supplier'],
  ['change', 'Waits for the Sunday window'],
  ['problem', 'Same fault on several sets, being analysed'],
];

/** When incidents of the past month came in: more by day than by night, the newest minutes ago. */
function arrivals(script: Script, dice: Dice, count: number): readonly number[] {
  const times: number[] = [];
  while (times.length < count) {
    const at = script.now - Math.round((dice.next() ** 1.3 * 30 * day) / minute) * minute;
    const hourOfDay = new Date(at).getUTCHours();
    const isQuiet = hourOfDay < 5 || hourOfDay > 20;
    if (!isQuiet || dice.happens(0.25)) times.push(at);
  }
  return times.sort((a, b) => a - b);
}

/** The everyday work of a month: what is not finished by now stands open. */
export function writeIncidents(script: Script, count: number): void {
  const dice = new Dice(71);
  arrivals(script, dice, count).forEach((at, index) => {
    tell(script, dice, dice.pick(patterns), `daily-${index}`, at);
  });
}

function tell(script: Script, dice: Dice, pattern: Pattern, key: string, at: number): void {
  const analyst = dice.pick(desk);
  const requester = dice.pick(requesters);
  const id = script.create(at, actor(analyst), 'incident', key, {
    ...reportFields(pattern, requester, dice.pick(pattern.titles)),
    contactType: dice.pick(['phone', 'phone', 'walkIn', 'email', 'radio', 'portal']),
    occurredAt: at - dice.minutes(2, 90),
    configurationItems: pattern.items.length > 0 ? [item(dice.pick(pattern.items))] : [],
  });
  if (dice.happens(0.04)) {
    script.act(at + dice.minutes(5, 60), actor(analyst), id, 'cancel', {
      cancelReason: 'Logged twice; see the earlier one.',
    });
    return;
  }
  const solvedAt = dice.happens(pattern.firstContact)
    ? atTheDesk(script, dice, pattern, id, analyst, at)
    : byTheTeam(script, dice, pattern, id, analyst, at);
  finish(script, dice, id, requester, analyst, solvedAt);
}

export function reportFields(pattern: Pattern, requester: PersonKey, title: string): FieldValues {
  return {
    title,
    description: pattern.description,
    symptom: pattern.symptom,
    requester: actor(requester).id,
    ...whereabouts(requester),
    category: category(pattern.category),
    service: service(pattern.service),
    impact: pattern.impact,
    urgency: pattern.urgency,
  };
}

export function solution(pattern: Pattern): FieldValues {
  return {
    closureCode: closure(pattern.closure),
    resolution: pattern.resolution,
    ...(pattern.article ? { knowledge: [article(pattern.article)] } : {}),
  };
}

function atTheDesk(
  script: Script,
  dice: Dice,
  pattern: Pattern,
  id: string,
  analyst: PersonKey,
  at: number,
): number {
  const solvedAt = at + dice.minutes(4, 20);
  script.note(
    solvedAt - minute,
    actor(analyst),
    id,
    'Solved with the user on the line.',
    Math.ceil(pattern.work / 2),
  );
  script.act(solvedAt, actor(analyst), id, 'resolve', solution(pattern));
  return solvedAt;
}

function byTheTeam(
  script: Script,
  dice: Dice,
  pattern: Pattern,
  id: string,
  analyst: PersonKey,
  opened: number,
): number {
  let at = opened + dice.minutes(3, 25);
  const { team } = pattern;
  if (team !== 'desk' && dice.happens(0.15)) {
    script.act(at, actor(analyst), id, 'assign', { team: teams.desk, assignee: actor(analyst).id });
    at += dice.minutes(15, 60);
    script.act(at, actor(analyst), id, 'escalateFunctional', {
      team: teams[team],
      escalationReason: 'Tried the article; it is not the known fault.',
    });
  } else {
    script.act(at, actor(analyst), id, 'assign', { team: teams[team] });
  }
  at += dice.minutes(5, 60);
  const technician = dice.pick(membersOf(team));
  script.act(at, actor(technician), id, 'assign', { team: teams[team], assignee: actor(technician).id });
  script.act(at + minute, actor(technician), id, 'start');
  at += dice.minutes(10, Math.max(20, pattern.work));
  script.note(
    at,
    actor(technician),
    id,
    'Looked at it on the spot; cause is narrowed down.',
    Math.ceil(pattern.work / 3),
  );
  if (dice.happens(0.28)) at = aWait(script, dice, id, technician, at);
  at += dice.minutes(pattern.work, pattern.work * 2) + (dice.happens(0.12) ? dice.minutes(600, 2400) : 0);
  script.note(at - minute, actor(technician), id, 'Done and tested.', Math.ceil(pattern.work / 2));
  script.act(at, actor(technician), id, 'resolve', solution(pattern));
  return at;
}

function aWait(script: Script, dice: Dice, id: string, technician: PersonKey, at: number): number {
  const [pendingReason, pendingNote] = dice.pick(waits);
  const length = dice.minutes(90, 1500);
  script.act(at, actor(technician), id, 'await', { pendingReason, pendingNote, pendingUntil: at + length });
  script.act(at + length, actor(technician), id, 'resume');
  return at + length;
}

function finish(
  script: Script,
  dice: Dice,
  id: string,
  requester: PersonKey,
  analyst: PersonKey,
  solvedAt: number,
): void {
  let at = solvedAt;
  if (dice.happens(0.06)) {
    at += dice.minutes(60, 600);
    script.act(at, actor(requester), id, 'reopen', { reopenReason: 'It came back after an hour.' });
    at += dice.minutes(30, 180);
    script.act(at, actor(analyst), id, 'resolve', {
      closureCode: closure('solved'),
      resolution: 'Done again with the user present; held for an hour.',
    });
  }
  const way = dice.next();
  if (way < 0.45) {
    script.act(at + dice.minutes(30, 1200), actor(requester), id, 'confirm', {
      satisfaction: dice.pick(['5', '5', '4', '4', '3', '2']),
    });
  } else if (way < 0.7) {
    script.act(at + dice.minutes(20, 900), actor(analyst), id, 'confirm', {
      confirmationNote: dice.pick(confirmations),
    });
  } else {
    script.act(at + 3 * day + hour, actor(analyst), id, 'close');
  }
}

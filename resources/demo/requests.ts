import { seedId } from '#shared/engine/seed.ts';
import { actor, membersOf, requesters, teams, whereabouts, type PersonKey, type TeamKey } from './people.ts';
import { day, Dice, hour, minute, type Script } from './script.ts';

/** A wish that comes up again and again, with the answers to its item's questions. */
interface Wish {
  readonly item: string;
  readonly titles: readonly string[];
  readonly answers: Readonly<Record<string, string>>;
  readonly team: TeamKey;
  readonly needsApproval?: boolean;
  /** Hours from the start of work to its end. */
  readonly hours: readonly [number, number];
}

const wishes: readonly Wish[] = [
  {
    item: 'password-reset',
    titles: ['New password for the supply account', 'Forgotten PIN of the card reader account'],
    answers: { 'Which account or system?': 'Network account' },
    team: 'desk',
    hours: [0.2, 1],
  },
  {
    item: 'new-account',
    titles: ['Account for a new arrival', 'Account for the augmentee from the rear'],
    answers: {
      'For whom (name, rank)?': 'SPC Doe, arrived yesterday',
      'Needed from': 'tomorrow',
      'Training certificate on file?': 'yes',
    },
    team: 'systems',
    needsApproval: true,
    hours: [2, 20],
  },
  {
    item: 'mailbox',
    titles: ['Shared mailbox for the movement section', 'Distribution list for the update brief'],
    answers: { 'Name of the mailbox or list': 'TF-MOVEMENT', Members: 'Movement section, battle captains' },
    team: 'systems',
    hours: [1, 12],
  },
  {
    item: 'laptop',
    titles: ['Laptop for the new liaison officer', 'Replacement laptop for the clerk'],
    answers: { 'For whom?': 'Named on the hand receipt' },
    team: 'desk',
    needsApproval: true,
    hours: [20, 90],
  },
  {
    item: 'software',
    titles: ['Map viewer on the planning laptop', 'Spreadsheet add-in for the supply point'],
    answers: { 'Which software and version?': 'Approved list, line 12', 'On which computer?': 'LT-04' },
    team: 'desk',
    needsApproval: true,
    hours: [4, 30],
  },
  {
    item: 'radio',
    titles: ['Radio for the recovery team', 'Radio for the quick reaction force exercise'],
    answers: { 'Net or purpose': 'Logistics net', 'Returned by': 'end of exercise' },
    team: 'transmission',
    hours: [3, 24],
  },
  {
    item: 'telephone',
    titles: ['Telephone at the new maintenance tent'],
    answers: { 'Where (building, room)?': 'Maintenance tent 2' },
    team: 'transmission',
    hours: [10, 60],
  },
  {
    item: 'move',
    titles: ['Move the planning cell to the new shelter'],
    answers: {
      'From where to where?': 'Building 3 to shelter 9',
      'On which day?': 'next Sunday',
      'How many workplaces?': '6',
    },
    team: 'systems',
    hours: [30, 100],
  },
  {
    item: 'conference',
    titles: ['Conference with higher headquarters on Friday', 'Conference for the change of command'],
    answers: { Date: 'Friday', 'Start and end, in Zulu': '1300Z–1400Z', 'Far ends': 'Higher headquarters' },
    team: 'desk',
    hours: [4, 40],
  },
];

/** Forty requests of the past month in every state a request can be in. */
export function writeRequests(script: Script, count: number): void {
  const dice = new Dice(1142);
  for (let index = 0; index < count; index += 1) {
    const wish = wishes[index % wishes.length];
    if (!wish) continue;
    const age = ((count - index) / count) ** 1.9 * 29 * day;
    const at = script.now - Math.round(age / minute) * minute - dice.minutes(10, 400);
    tell(script, dice, wish, `daily-${index}`, at);
  }
  wishOutsideCatalogue(script, script.now - 9 * day);
  expensive(script, script.now - 30 * hour);
  turnedDown(script, script.now - 4 * day);
  readyToStart(script, script.now - 26 * hour);
}

function catalogueItem(key: string): string {
  return seedId('catalogue-item', `item-${key}`);
}

function answersTo({ item, answers }: Wish) {
  return Object.entries(answers).map(([question, answer]) => ({
    item: catalogueItem(item),
    question,
    answer,
  }));
}

function tell(script: Script, dice: Dice, wish: Wish, key: string, opened: number): void {
  const analyst = actor(dice.pick(['okafor', 'lindqvist', 'tanaka'] as const));
  const requester = dice.pick(requesters);
  const id = script.create(opened, analyst, 'request', key, {
    title: dice.pick(wish.titles),
    requester: actor(requester).id,
    ...whereabouts(requester),
    contactType: dice.pick(['phone', 'email', 'walkIn', 'portal']),
    items: [{ item: catalogueItem(wish.item), quantity: 1 }],
    answers: answersTo(wish),
    urgency: dice.pick(['2', '3', '3']),
  });
  let at = opened + dice.minutes(10, 120);
  if (dice.happens(0.05)) {
    script.act(at, actor(requester), id, 'cancel', { cancelReason: 'Found one in our own stock.' });
    return;
  }
  if (wish.needsApproval) {
    const decided = approval(script, dice, id, requester, at);
    if (decided === undefined) return;
    at = decided;
  }
  const technician = actor(dice.pick(membersOf(wish.team)));
  script.act(at, analyst, id, 'assign', { team: teams[wish.team], assignee: technician.id });
  at += dice.minutes(20, 240);
  script.act(at, technician, id, 'startFulfilment');
  const [least, most] = wish.hours;
  at += dice.minutes(least * 60, most * 60);
  script.note(at - minute, technician, id, 'Everything is done; papers are signed.', 30);
  script.act(at, technician, id, 'completeAll');
  end(script, dice, id, requester, at);
}

/** When it was approved; nothing where it was turned down. */
function approval(
  script: Script,
  dice: Dice,
  id: string,
  requester: PersonKey,
  at: number,
): number | undefined {
  const approver: PersonKey = requester === 'dawson' ? 'reyes' : 'dawson';
  script.act(at, actor('okafor'), id, 'submit', { approver: actor(approver).id });
  const decided = at + dice.minutes(60, 1800);
  if (dice.happens(0.12)) {
    script.act(decided, actor(approver), id, 'reject', {
      rejectReason: 'Section has one that is not used; take that.',
    });
    return undefined;
  }
  script.act(decided, actor(approver), id, 'approve', { approvalNote: 'Needed for the mission.' });
  return decided + dice.minutes(5, 60);
}

function end(script: Script, dice: Dice, id: string, requester: PersonKey, done: number): void {
  let at = done;
  if (dice.happens(0.06)) {
    at += dice.minutes(60, 500);
    script.act(at, actor(requester), id, 'reopen', { reopenReason: 'Not what was asked for.' });
    at += dice.minutes(60, 300);
    script.act(at, actor('okafor'), id, 'fulfil', { resolution: 'Put right with the user present.' });
  }
  if (dice.happens(0.7)) {
    script.act(at + dice.minutes(30, 1500), actor(requester), id, 'accept', {
      satisfaction: dice.pick(['5', '4', '4', '3']),
    });
  } else {
    script.act(at + 3 * day + hour, actor('okafor'), id, 'close');
  }
}

/** A wish that no catalogue item covers, handed to change management. */
function wishOutsideCatalogue(script: Script, at: number): void {
  const novak = actor('novak');
  const id = script.create(at, actor('okafor'), 'request', 'feed', {
    title: 'Feed of the weather station into the common picture',
    requester: actor('chen').id,
    ...whereabouts('chen'),
    contactType: 'walkIn',
    estimatedCost: 600,
    impact: '2',
  });
  script.act(at + hour, actor('okafor'), id, 'assign', { team: teams.systems, assignee: novak.id });
  script.act(at + 4 * hour, novak, id, 'startFulfilment');
  script.act(at + 5 * hour, novak, id, 'routeToChange', { changeReference: 'RFC 17 of this month' });
  script.note(
    at + 2 * day,
    novak,
    id,
    'Change board wants a test on the training net first.',
    25,
    'requester',
  );
}

/** Waits for the money to be released. */
function expensive(script: Script, at: number): void {
  const id = script.create(at, actor('lindqvist'), 'request', 'laptops', {
    title: 'Three laptops for the planning cell',
    requester: actor('ilic').id,
    ...whereabouts('ilic'),
    contactType: 'email',
    items: [{ item: catalogueItem('laptop'), quantity: 3 }],
    answers: [{ item: catalogueItem('laptop'), question: 'For whom?', answer: 'Planning cell' }],
    urgency: '2',
  });
  script.act(at + hour, actor('lindqvist'), id, 'submit', { approver: actor('dawson').id });
}

/** Refused with a reason that its requester reads. */
function turnedDown(script: Script, at: number): void {
  const id = software(script, at, 'game', 'Racing simulator for the day room', 'abbott');
  script.act(at + hour, actor('tanaka'), id, 'submit', { approver: actor('reyes').id });
  script.act(at + 3 * hour, actor('reyes'), id, 'reject', {
    rejectReason: 'Not on the approved list, and no mission need.',
  });
}

/** Approved, and nobody has begun. */
function readyToStart(script: Script, at: number): void {
  const id = software(script, at, 'viewer', 'Drawing viewer for the motor pool', 'abbott');
  script.act(at + hour, actor('tanaka'), id, 'submit', { approver: actor('dawson').id });
  script.act(at + 20 * hour, actor('dawson'), id, 'approve', {
    approvalNote: 'Needed for the repair manuals.',
  });
}

function software(script: Script, at: number, key: string, title: string, requester: PersonKey): string {
  const item = catalogueItem('software');
  return script.create(at, actor('tanaka'), 'request', key, {
    title,
    requester: actor(requester).id,
    ...whereabouts(requester),
    contactType: 'email',
    items: [{ item, quantity: 1 }],
    answers: [
      { item, question: 'Which software and version?', answer: title },
      { item, question: 'On which computer?', answer: 'LT-08' },
    ],
  });
}

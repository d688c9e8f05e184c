import { seedId } from '#shared/engine/seed.ts';

import { category } from './incidents.ts';
import { actor, organisations, teams } from './people.ts';
import { report } from './report.ts';
import { day, hour, minute, type Script } from './script.ts';
import { item, service } from './services.ts';

/** Whatever the month left, some records stand at each point that a desk should look at now. */
export function openEnds(script: Script): void {
  const { now } = script;
  const [tanaka, lindqvist, silva, novak, mbeki] = [
    actor('tanaka'),
    actor('lindqvist'),
    actor('silva'),
    actor('novak'),
    actor('mbeki'),
  ];

  script.create(
    now - 12 * minute,
    tanaka,
    'incident',
    'just-in',
    report('chen', {
      title: 'Battle captain’s map client crashes on start',
      category: category('software-mission'),
      service: service('command'),
      impact: '2',
      urgency: '2',
    }),
  );
  script.create(
    now - 50 * minute,
    lindqvist,
    'incident',
    'unanswered',
    report('dawson', {
      title: 'Executive officer cannot join the evening conference',
      category: category('voice-conference'),
      service: service('conference'),
      impact: '2',
      urgency: '1',
    }),
  );
  const given = script.create(
    now - 70 * minute,
    lindqvist,
    'incident',
    'given',
    report('abbott', {
      title: 'Work order printer offline',
      category: category('computing-printing'),
      service: service('network'),
      configurationItems: [item('PRN-02')],
      urgency: '2',
    }),
  );
  script.act(now - 65 * minute, lindqvist, given, 'assign', { team: teams.desk });
  const handedOn = script.create(
    now - 3 * hour,
    tanaka,
    'incident',
    'handed-on',
    report('chen', {
      title: 'Logistics net breaks up at the crossroads',
      contactType: 'radio',
      category: category('radio-vhf'),
      service: service('radio'),
      impact: '2',
      urgency: '2',
    }),
  );
  script.act(now - 170 * minute, tanaka, handedOn, 'assign', { team: teams.desk, assignee: tanaka.id });
  script.act(now - 2 * hour, tanaka, handedOn, 'escalateFunctional', {
    team: teams.transmission,
    assignee: mbeki.id,
    escalationReason: 'Heard it myself; needs a look at the antenna.',
  });
  const breached = script.create(
    now - 30 * hour,
    tanaka,
    'incident',
    'breached',
    report('garcia', {
      title: 'Supply application loses entries',
      description: 'Entries saved in the morning are gone at noon.',
      category: category('software-mission'),
      service: service('command'),
      impact: '2',
      urgency: '2',
    }),
  );
  script.act(now - 29 * hour, tanaka, breached, 'assign', { team: teams.systems, assignee: novak.id });
  script.act(now - 28 * hour, novak, breached, 'start');
  script.act(now - 26 * hour, novak, breached, 'await', {
    pendingReason: 'vendor',
    pendingNote: 'Maker asks for the database log',
    vendor: organisations.supplier,
  });
  const soon = script.create(
    now - 21 * hour,
    lindqvist,
    'incident',
    'due-soon',
    report('abbott', {
      title: 'Maintenance tent without network',
      category: category('network-lan'),
      service: service('network'),
      configurationItems: [item('SW-03')],
      impact: '2',
      urgency: '2',
    }),
  );
  script.act(now - 20 * hour, lindqvist, soon, 'assign', { team: teams.systems, assignee: silva.id });
  script.act(now - 19 * hour, silva, soon, 'start');
  const waiting = script.create(
    now - 2 * day,
    tanaka,
    'incident',
    'waits-for-user',
    report('yusuf', {
      title: 'Keyboard of LT-06 types double letters',
      category: category('computing-laptop'),
      service: service('network'),
      configurationItems: [item('LT-06')],
      urgency: '2',
    }),
  );
  script.act(now - 47 * hour, tanaka, waiting, 'assign', { team: teams.desk, assignee: tanaka.id });
  script.act(now - 46 * hour, tanaka, waiting, 'start');
  script.act(now - 46 * hour, tanaka, waiting, 'await', {
    pendingReason: 'user',
    pendingNote: 'Comes to camp with the next convoy',
    pendingUntil: now + 6 * hour,
  });
  const parts = script.create(
    now - 4 * day,
    lindqvist,
    'incident',
    'waits-for-parts',
    report('petrov', {
      title: 'Manpack at Outpost Pine transmits with low power',
      category: category('radio-vhf'),
      service: service('radio'),
      configurationItems: [item('VHF-05')],
      urgency: '2',
    }),
  );
  script.act(now - 4 * day + hour, lindqvist, parts, 'assign', {
    team: teams.transmission,
    assignee: mbeki.id,
  });
  script.act(now - 4 * day + 3 * hour, mbeki, parts, 'start');
  script.act(now - 3 * day, mbeki, parts, 'await', {
    pendingReason: 'parts',
    pendingNote: 'Power amplifier ordered',
    pendingUntil: now + 2 * day,
  });
  const answered = script.create(
    now - 6 * hour,
    tanaka,
    'incident',
    'awaits-word',
    report('ilic', {
      title: 'Scanner sends to the wrong folder',
      category: category('computing-peripheral'),
      service: service('network'),
      urgency: '2',
    }),
  );
  script.act(now - 5 * hour, tanaka, answered, 'resolve', {
    closureCode: seedId('closure-code', 'closure-solved'),
    resolution: 'Path of the scan profile corrected.',
  });
}

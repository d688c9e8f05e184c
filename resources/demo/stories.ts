import type { FieldValues } from '#shared/definition/values.ts';
import { seedId } from '#shared/engine/seed.ts';
import { category, closure } from './incidents.ts';
import { actor, organisations, teams, whereabouts, type PersonKey } from './people.ts';
import { day, hour, minute, type Script } from './script.ts';
import { item, service } from './services.ts';
import { article } from './articles.ts';

function report(requester: PersonKey, fields: FieldValues): FieldValues {
  return { requester: actor(requester).id, ...whereabouts(requester), contactType: 'phone', ...fields };
}

/** The incidents that people remember, told one by one. */
export function writeStories(script: Script): void {
  linkLost(script, script.now - 12 * day);
  relayDark(script, script.now - 3 * hour);
  mailStopped(script, script.now - 5 * day);
  phished(script, script.now - 8 * day);
  laptopLost(script, script.now - 20 * hour);
  notAnIncident(script, script.now - 2 * day);
  openEnds(script);
}

/** A major incident from the first call to its review. */
function linkLost(script: Script, at: number): void {
  const [okafor, reyes, herrera, dawson] = [
    actor('okafor'),
    actor('reyes'),
    actor('herrera'),
    actor('dawson'),
  ];
  const id = script.create(
    at,
    okafor,
    'incident',
    'link-lost',
    report('chen', {
      title: 'Satellite link to the rear is down',
      description: 'No e-mail to the rear, no conference, no common picture from higher headquarters.',
      category: category('satcom-satellite-link'),
      service: service('satellite'),
      configurationItems: [item('SAT-01')],
      impact: '1',
      urgency: '1',
      occurredAt: at - 6 * minute,
      detectedAt: at - 2 * minute,
    }),
  );
  const children = (['ilic', 'moreau', 'garcia', 'dawson'] as const).map((requester, index) =>
    script.create(
      at + (8 + index * 4) * minute,
      actor('tanaka'),
      'incident',
      `link-lost-${index}`,
      report(requester, {
        title:
          [
            'No mail to the rear',
            'Conference with our capital fails',
            'Supply portal unreachable',
            'Morning brief cannot be sent',
          ][index] ?? '',
        category: category('satcom-satellite-link'),
        service: service('satellite'),
        impact: '2',
        urgency: '2',
        parent: id,
      }),
    ),
  );
  script.act(at + 3 * minute, okafor, id, 'assign', { team: teams.transmission, assignee: herrera.id });
  script.act(at + 5 * minute, okafor, id, 'declareMajor', {
    majorManager: reyes.id,
    businessImpact: 'No reach-back for the whole task force. Radio is up; orders go by voice.',
    nextUpdateDue: at + 35 * minute,
  });
  script.act(at + 6 * minute, herrera, id, 'start');
  script.act(at + 12 * minute, reyes, id, 'escalateHierarchical', {
    escalatedTo: dawson.id,
    escalationReason: 'Task force without reach-back; decide on courier for the evening report.',
  });
  script.note(
    at + 20 * minute,
    herrera,
    id,
    'Terminal transmits, supplier sees no carrier. Suspect the feed cable.',
    20,
  );
  script.act(at + 34 * minute, reyes, id, 'postUpdate', {
    stakeholderUpdate: 'Cause narrowed to the cable between terminal and dish. Next word in 30 minutes.',
    nextUpdateDue: at + 65 * minute,
  });
  script.act(at + 62 * minute, reyes, id, 'postUpdate', {
    stakeholderUpdate: 'Cable is being replaced. Link expected within the half hour.',
    nextUpdateDue: at + 95 * minute,
  });
  script.act(at + 88 * minute, herrera, id, 'resolve', {
    closureCode: closure('replaced'),
    resolution: 'Feed cable crushed by a vehicle; replaced, dish peaked, link at 9 dB.',
    knowledge: [article('pointing')],
  });
  script.act(at + 90 * minute, reyes, id, 'postUpdate', {
    stakeholderUpdate: 'Link is back since 2 minutes. Send what has waited.',
  });
  script.act(at + 2 * day, reyes, id, 'completeReview', {
    reviewEvents:
      'A fuel truck drove over the feed cable while turning. The terminal lost its carrier at once.',
    reviewTimeline:
      'Down 6 minutes before the first call; declared 5 minutes after it; cable found after 25; back after 88.',
    reviewCause: 'Cable lay across the turning place without a ramp.',
    reviewLessons: 'Declaring early helped. Nobody knew where the spare cable was: 20 minutes lost.',
    reviewActions:
      'Cable ramp (SSG Abbott, this week). Spare cable at the terminal with a label (SSG Herrera, done).',
  });
  script.act(at + 2 * day + hour, actor('chen'), id, 'confirm', { satisfaction: '4' });
  for (const child of children)
    script.note(
      at + 40 * minute,
      actor('tanaka'),
      child,
      'Told that it belongs to the satellite outage.',
      3,
      'requester',
    );
}

/** A major incident that is going on now, with children. */
function relayDark(script: Script, at: number): void {
  const [okafor, mbeki] = [actor('okafor'), actor('mbeki')];
  const id = script.create(
    at,
    actor('lindqvist'),
    'incident',
    'relay-dark',
    report('yusuf', {
      title: 'Relay Hill is dark, command net lost beyond the ridge',
      description:
        'Outpost Pine reports no relay since shortly before the call. Telephone to the site rings out.',
      contactType: 'radio',
      category: category('infrastructure-power'),
      service: service('radio'),
      configurationItems: [item('GEN-01'), item('RTR-03')],
      impact: '1',
      urgency: '1',
      occurredAt: at - 9 * minute,
    }),
  );
  script.act(at + 4 * minute, actor('lindqvist'), id, 'assign', {
    team: teams.transmission,
    assignee: mbeki.id,
  });
  script.act(at + 9 * minute, okafor, id, 'declareMajor', {
    majorManager: okafor.id,
    businessImpact: 'Outpost Pine and patrols beyond the ridge are out of the command net.',
    nextUpdateDue: at + 40 * minute,
  });
  script.act(at + 11 * minute, mbeki, id, 'start');
  (['petrov', 'abbott', 'chen'] as const).forEach((requester, index) =>
    script.create(
      at + (15 + index * 10) * minute,
      actor('tanaka'),
      'incident',
      `relay-dark-${index}`,
      report(requester, {
        title:
          [
            'No radio check from the patrol',
            'Recovery vehicle out of contact',
            'Logistics net silent beyond the ridge',
          ][index] ?? '',
        contactType: 'radio',
        category: category('radio-vhf'),
        service: service('radio'),
        impact: '2',
        urgency: '1',
        parent: id,
      }),
    ),
  );
  script.act(at + 38 * minute, okafor, id, 'postUpdate', {
    stakeholderUpdate: 'Generator at Relay Hill has stopped. Team is on the road, arrival in 30 minutes.',
    nextUpdateDue: at + 80 * minute,
  });
  script.note(
    at + 75 * minute,
    mbeki,
    id,
    'On site. Fuel filter clogged, spare generator does not start either: battery flat.',
    40,
  );
  script.act(at + 82 * minute, okafor, id, 'postUpdate', {
    stakeholderUpdate:
      'Battery is on its way by vehicle. Retransmission by the vehicle at the crossroads covers the western patrol.',
    nextUpdateDue: script.now + 20 * minute,
  });
}

/** One server, five calls: children resolved and closed with their parent. */
function mailStopped(script: Script, at: number): void {
  const silva = actor('silva');
  const id = script.create(
    at,
    actor('lindqvist'),
    'incident',
    'mail-stopped',
    report('ilic', {
      title: 'Mail server does not answer',
      description: 'All mail clients lost the connection within a minute.',
      category: category('infrastructure-server'),
      service: service('mail'),
      configurationItems: [item('SRV-01')],
      impact: '1',
      urgency: '2',
    }),
  );
  (['dawson', 'garcia', 'moreau', 'petrov'] as const).forEach((requester, index) =>
    script.create(
      at + (3 + index * 5) * minute,
      actor('lindqvist'),
      'incident',
      `mail-stopped-${index}`,
      report(requester, {
        title: 'Outlook says it is disconnected',
        category: category('software-office'),
        service: service('mail'),
        impact: '3',
        urgency: '2',
        parent: id,
      }),
    ),
  );
  script.act(at + 6 * minute, actor('lindqvist'), id, 'assign', { team: teams.systems, assignee: silva.id });
  script.act(at + 8 * minute, silva, id, 'start');
  script.note(at + 30 * minute, silva, id, 'Disk of the log volume is full; moving old logs.', 30);
  script.act(at + 55 * minute, silva, id, 'resolve', {
    closureCode: closure('workaround'),
    resolution: 'Log volume was full; old logs moved, service started. Alarm on 80 % asked for as a change.',
    problemReference: 'Log growth, to be analysed',
  });
  script.act(at + 5 * hour, actor('ilic'), id, 'confirm', { satisfaction: '5' });
}

/** A security incident, contained, resolved and closed. */
function phished(script: Script, at: number): void {
  const ward = actor('ward');
  const id = script.create(
    at,
    actor('tanaka'),
    'incident',
    'phished',
    report('garcia', {
      title: 'Opened an attachment of a suspicious e-mail',
      description: 'Mail claimed to come from the finance office. The attachment asked to enable content.',
      category: category('security-malware'),
      service: service('mail'),
      configurationItems: [item('LT-02')],
      impact: '2',
      urgency: '1',
    }),
  );
  script.act(at + 4 * minute, actor('tanaka'), id, 'markSecurity', {
    securityCategory: 'phishing',
    containment: 'User told to pull the cable at once; done while on the phone.',
    disclosure: 'needToKnow',
  });
  script.act(at + 7 * minute, ward, id, 'assign', { team: teams.security, assignee: ward.id });
  script.act(at + 8 * minute, ward, id, 'start');
  script.edit(at + 50 * minute, ward, id, {
    evidence:
      'Laptop LT-02 sealed, bag 0117, in the safe of the shelter since 50 minutes after the call; hand-over signed by SGT Garcia.',
    reportedTo: 'Regional cyber center, by phone and form, 45 minutes after the call.',
  });
  script.note(
    at + 5 * hour,
    ward,
    id,
    'Attachment was a loader; no connection left the network. Same mail found in three mailboxes and removed.',
    150,
  );
  script.act(at + 9 * hour, ward, id, 'resolve', {
    closureCode: closure('solved'),
    resolution: 'Laptop reimaged, passwords changed, sender blocked, users told.',
    knowledge: [article('phishing')],
  });
  script.act(at + 20 * hour, actor('garcia'), id, 'confirm', { satisfaction: '5' });
}

/** A security incident in progress. */
function laptopLost(script: Script, at: number): void {
  const ward = actor('ward');
  const id = script.create(
    at,
    actor('okafor'),
    'incident',
    'laptop-lost',
    report('petrov', {
      title: 'Laptop missing after convoy',
      description: 'Last seen at the loading point. Disk is encrypted.',
      category: category('security'),
      configurationItems: [item('LT-11')],
      impact: '2',
      urgency: '1',
    }),
  );
  script.act(at + 5 * minute, actor('okafor'), id, 'markSecurity', {
    securityCategory: 'loss',
    disclosure: 'needToKnow',
  });
  script.act(at + 12 * minute, ward, id, 'assign', { team: teams.security, assignee: ward.id });
  script.act(at + 13 * minute, ward, id, 'start');
  script.edit(at + 30 * minute, ward, id, {
    containment: 'Certificate of the device revoked, account sessions ended, 25 minutes after the report.',
  });
  script.note(
    at + 2 * hour,
    ward,
    id,
    'Convoy commander questioned; vehicles are searched again at first light.',
    45,
  );
}

/** What turned out to be a wish. */
function notAnIncident(script: Script, at: number): void {
  const id = script.create(
    at,
    actor('tanaka'),
    'incident',
    'second-screen',
    report('moreau', {
      title: 'Only one screen at the liaison desk',
      description: 'Needs a second screen for the common picture.',
      category: category('computing-peripheral'),
      service: service('network'),
    }),
  );
  script.note(at + 10 * minute, actor('tanaka'), id, 'Nothing is broken; she never had a second one.', 5);
  script.act(at + 12 * minute, actor('tanaka'), id, 'convertToRequest');
}

/** Whatever the month left, some records stand at each point that a desk should look at now. */
function openEnds(script: Script): void {
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

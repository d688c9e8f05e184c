import { article } from './articles.ts';
import { category, closure } from './incidents.ts';
import { actor, teams } from './people.ts';
import { report } from './report.ts';
import { day, hour, minute, type Script } from './script.ts';
import { item, service } from './services.ts';

/** A major incident from the first call to its review. */
export function linkLost(script: Script, at: number): void {
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
export function relayDark(script: Script, at: number): void {
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

import { category, closure } from './incidents.ts';
import { openEnds } from './open-ends.ts';
import { actor, teams } from './people.ts';
import { report } from './report.ts';
import { day, hour, minute, type Script } from './script.ts';
import { item, service } from './services.ts';
import { linkLost, relayDark } from './stories-major.ts';
import { laptopLost, phished } from './stories-security.ts';

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

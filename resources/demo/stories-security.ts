import { article } from './articles.ts';
import { category, closure } from './incidents.ts';
import { actor, teams } from './people.ts';
import { report } from './report.ts';
import { hour, minute, type Script } from './script.ts';
import { item, service } from './services.ts';

/** A security incident, contained, resolved and closed. */
export function phished(script: Script, at: number): void {
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
export function laptopLost(script: Script, at: number): void {
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

import type { FieldValues } from '#shared/definition/values.ts';
import { actor, type PersonKey } from './people.ts';
import { day, demoId, type Script } from './script.ts';
import { service, type ServiceKey } from './services.ts';

interface DemoArticle {
  readonly key: string;
  readonly title: string;
  readonly kind: string;
  readonly symptoms: string;
  readonly body: string;
  readonly keywords: readonly string[];
  readonly service: ServiceKey;
  readonly author: PersonKey;
  readonly audience?: string;
  /** How far it has come; published if absent. */
  readonly stage?: 'draft' | 'review' | 'dueForReview';
}

const articles: readonly DemoArticle[] = [
  {
    key: 'locked',
    title: 'Unlock an account after too many attempts',
    kind: 'solution',
    service: 'identity',
    author: 'lindqvist',
    symptoms: 'User cannot sign in; the screen says that the account is locked.',
    body: '1. Check who is calling: rank, name, unit, last four.\n2. Open the directory console and find the account.\n3. Clear the lock and have the user sign in while on the phone.\n4. If it locks again within an hour, look for an old password on a phone or mapped drive.',
    keywords: ['account', 'locked', 'password', 'sign in'],
  },
  {
    key: 'fill',
    title: 'Radio does not hear the net after a key change',
    kind: 'solution',
    service: 'radio',
    author: 'mbeki',
    symptoms: 'Operator hears noise only since the change-over; others work.',
    body: '1. Compare the date and time of the set with Zulu: more than two minutes off is too much.\n2. Set the time, then load the present fill again.\n3. Ask for a radio check on the command net.',
    keywords: ['radio', 'fill', 'key', 'net', 'VHF'],
  },
  {
    key: 'pointing',
    title: 'Bring the satellite terminal back on its satellite',
    kind: 'checklist',
    service: 'satellite',
    author: 'herrera',
    symptoms: 'Link down or signal below threshold after wind or snow.',
    body: '1. Clear the dish of snow and ice.\n2. Read the signal; below 6 dB start peaking.\n3. Turn azimuth by half degrees until it peaks, then elevation.\n4. Call the network center of the supplier before you transmit.',
    keywords: ['satellite', 'antenna', 'signal', 'snow', 'pointing'],
  },
  {
    key: 'generator',
    title: 'Change over to the spare generator at Relay Hill',
    kind: 'workaround',
    service: 'radio',
    author: 'mbeki',
    symptoms: 'Relay and router are dark; generator has stopped.',
    body: '1. Tell the battle captain: the net will be down for five minutes.\n2. Open the main breaker.\n3. Start the spare, wait for a steady 50 Hz.\n4. Close the breaker and watch router and relay start.',
    keywords: ['generator', 'power', 'relay'],
  },
  {
    key: 'printer',
    title: 'Printer takes jobs and prints nothing',
    kind: 'solution',
    service: 'network',
    author: 'tanaka',
    symptoms: 'Jobs wait in the queue; the printer shows ready.',
    body: '1. Stop the print queue service.\n2. Empty the spool folder.\n3. Start the service and print a test page.',
    keywords: ['printer', 'queue', 'spool'],
  },
  {
    key: 'mail-slow',
    title: 'E-mail is slow while the satellite link is full',
    kind: 'workaround',
    service: 'mail',
    author: 'silva',
    symptoms: 'Mails with attachments hang in the outbox for minutes.',
    body: '1. Look at the load of the link.\n2. Ask users to send files over 5 MB at night.\n3. Move large transfers to the 02:00Z window.',
    keywords: ['mail', 'slow', 'attachment', 'outbox'],
  },
  {
    key: 'map',
    title: 'Common picture shows old positions',
    kind: 'solution',
    service: 'command',
    author: 'novak',
    symptoms: 'Tracks do not move; the time of the picture stands still.',
    body: '1. Check the feed: the gateway lists the last message of each track.\n2. Restart the track service on SRV-02.\n3. Have the operator sign out and in.',
    keywords: ['picture', 'tracks', 'map', 'positions'],
  },
  {
    key: 'conference',
    title: 'Set up a video conference room',
    kind: 'howTo',
    service: 'conference',
    author: 'okafor',
    audience: 'users',
    symptoms: 'How to start a conference and what to check before.',
    body: '1. Switch on screen and camera ten minutes before.\n2. Dial the bridge number on the card.\n3. Say the marking of the conference aloud before it begins.',
    keywords: ['conference', 'video', 'room', 'bridge'],
  },
  {
    key: 'phishing',
    title: 'What to do with a suspicious e-mail',
    kind: 'howTo',
    service: 'mail',
    author: 'ward',
    audience: 'users',
    stage: 'dueForReview',
    symptoms: 'A message asks for a password or to open an attachment in a hurry.',
    body: '1. Do not open links or attachments.\n2. Do not delete it.\n3. Call the service desk; say “suspicious e-mail”.',
    keywords: ['phishing', 'suspicious', 'attachment', 'security'],
  },
  {
    key: 'roaming',
    title: 'Wireless drops between buildings',
    kind: 'workaround',
    service: 'network',
    author: 'novak',
    stage: 'review',
    symptoms: 'Laptop loses wireless when carried across the yard.',
    body: '1. Set roaming of the adapter to medium.\n2. Forget the guest network.',
    keywords: ['wireless', 'roaming'],
  },
  {
    key: 'dock',
    title: 'Second screen stays dark on the new dock',
    kind: 'solution',
    service: 'network',
    author: 'tanaka',
    stage: 'draft',
    symptoms: 'Only one screen works on the dock.',
    body: 'Update the firmware of the dock, then change the cable.',
    keywords: ['dock', 'screen', 'monitor'],
  },
];

export function article(key: string): string {
  return demoId('article', key);
}

/** What the desk has written down so far. */
export function writeArticles(script: Script, at: number): void {
  for (const { key, stage, author: writer, service: about, ...text } of articles) {
    const author = actor(writer);
    const owner = actor('reyes');
    const fields: FieldValues = {
      audience: 'desk',
      ...text,
      service: service(about),
      author: author.id,
      owner: author.id,
    };
    const id = script.create(at, author, 'article', key, fields);
    if (stage === 'draft') continue;
    script.act(at + day / 8, author, id, 'submit', { reviewer: owner.id });
    if (stage === 'review') continue;
    script.act(at + day / 4, owner, id, 'approve');
    const reviewOn = stage === 'dueForReview' ? script.now - day : script.now + 120 * day;
    script.act(at + day / 4, owner, id, 'publish', { reviewOn });
    if (stage === 'dueForReview') script.act(script.now - day, actor('okafor'), id, 'markDue');
  }
}

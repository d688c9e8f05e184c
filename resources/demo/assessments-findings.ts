import { actor } from './people.ts';
import { demoId, minute, type Script } from './script.ts';

const lead = actor('reyes');

interface Seen {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly processes: readonly string[];
}

const seen: readonly Seen[] = [
  {
    key: 'watchLog',
    name: 'Watch log of the last ninety days',
    kind: 'document',
    processes: ['IM', 'EM'],
  },
  {
    key: 'changeBoard',
    name: 'Minutes of the change board, ten meetings',
    kind: 'document',
    processes: ['ChM'],
  },
  {
    key: 'accounts',
    name: 'Walk through of twenty accounts',
    kind: 'observation',
    processes: ['AcM', 'ISM'],
  },
  { key: 'itemsTalk', name: 'Interview on the data of items', kind: 'interview', processes: ['CfM'] },
];

interface Found {
  readonly key: string;
  readonly kind: string;
  readonly process: string;
  readonly attribute?: string;
  readonly name: string;
  /** Keys of what was seen. */
  readonly evidence: readonly string[];
}

const found: readonly Found[] = [
  {
    key: 'y-handover',
    kind: 'strength',
    process: 'IM',
    attribute: '2.1',
    name: 'Each watch knows what is open and what is due',
    evidence: ['watchLog'],
  },
  {
    key: 'y-accounts',
    kind: 'strength',
    process: 'AcM',
    attribute: '1.1',
    name: 'No account was found without its request',
    evidence: ['accounts'],
  },
  {
    key: 'y-lookBack',
    kind: 'weakness',
    process: 'ChM',
    attribute: '2.1',
    name: 'Nobody looks back on changes that were made',
    evidence: ['changeBoard'],
  },
  {
    key: 'y-items',
    kind: 'weakness',
    process: 'CfM',
    attribute: '1.1',
    name: 'A third of the items has no owner',
    evidence: ['itemsTalk'],
  },
  {
    key: 'y-known',
    kind: 'opportunity',
    process: 'PM',
    name: 'The watch log already names the faults that come back',
    evidence: ['watchLog'],
  },
  {
    key: 'y-events',
    kind: 'threat',
    process: 'EM',
    name: 'The monitoring of the relay is run by the supplier until spring',
    evidence: [],
  },
];

/** Evidence, findings and a recommendation of the assessment of this year. */
export function writeYearlyFindings(script: Script, at: number, assessment: string): void {
  for (const { key, ...fields } of seen) {
    const id = script.create(at, lead, 'evidence', key, { assessment, ...fields });
    script.act(at + minute, lead, id, 'receive');
    script.act(at + 2 * minute, lead, id, 'validate');
  }
  for (const { key, evidence, ...fields } of found) {
    const named = evidence.map((one) => demoId('evidence', one));
    const id = script.create(at + 3 * minute, lead, 'finding', key, {
      assessment,
      ...fields,
      evidence: named,
    });
    script.act(at + 4 * minute, lead, id, 'keep');
  }
  script.create(at + 5 * minute, lead, 'recommendation', 'y-review', {
    assessment,
    process: 'ChM',
    name: 'Look back on each change within a week',
    text: 'Ten minutes in the board: did it do what it should, and what was not foreseen?',
    findings: [demoId('finding', 'y-lookBack')],
    effort: 'low',
    benefit: 'medium',
    target: 'Change management at level 2 by the next assessment',
    owner: lead.id,
  });
}

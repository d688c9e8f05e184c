import { processAttributes } from '#shared/assessment/attributes.ts';
import type { Cell } from '#shared/assessment/workbook.ts';
import { agreedId, cellFields } from '#shared/processes/improvement/plan.ts';
import { actor, organisations } from './people.ts';
import { day, demoId, hour, minute, type Script } from './script.ts';
import { writeYearlyFindings } from './assessments-findings.ts';
import { actionsTo } from '#shared/processes/improvement/assessment-lifecycle.ts';

const lead = actor('reyes');
const approver = actor('dawson');

interface Yearly {
  readonly key: string;
  readonly name: string;
  /** Years before the demo's now. */
  readonly yearsAgo: number;
  readonly daysAgo?: number;
  readonly unit?: string;
  readonly previous?: string;
  readonly summary: string;
  /** Writes what was seen and found. */
  readonly adds?: (script: Script, at: number, assessment: string) => void;
  /** Agreed ratings of the attributes in their order; as many as the target level asks, `?` for one that was not rated. */
  readonly ratings: Readonly<Record<string, string>>;
}

/** The company in three years and the support battalion in one: entered from the reports of headquarters, with what was agreed only. */
const yearly: readonly Yearly[] = [
  {
    key: 'twoYearsAgo',
    name: 'Assessment by headquarters, before the deployment',
    yearsAgo: 2,
    summary: 'Incidents and requests are worked on; little else is done on purpose.',
    ratings: {
      SLM: 'N P N',
      ISM: 'L P P',
      ChM: 'P N N',
      CfM: 'P N N',
      KM: 'N',
      AcM: 'L P N',
      EM: 'P',
      IM: 'L P P N N',
      PM: 'N',
      RF: 'L P P',
      CSI: 'N',
    },
  },
  {
    key: 'lastYear',
    name: 'Assessment by headquarters, after three months',
    yearsAgo: 1,
    previous: 'twoYearsAgo',
    summary: 'The desk is managed. Changes are still made by those who happen to be on watch.',
    ratings: {
      SPM: 'P',
      SLM: 'P P N',
      ITSCM: 'P',
      ISM: 'F L P',
      ChM: 'L P P',
      CfM: 'L N P',
      KM: 'P',
      AcM: 'F L L',
      EM: 'L',
      IM: 'F L L P N',
      PM: 'P',
      RF: 'F P L',
      CSI: 'P',
    },
  },
  {
    key: 'thisYear',
    name: 'Assessment by headquarters, before the rotation',
    yearsAgo: 0,
    daysAgo: 45,
    adds: writeYearlyFindings,
    previous: 'lastYear',
    summary:
      'Incidents are handled well and security is sound. Changes are decided by a board and yet not looked back on; what the company knows about its items is not written down.',
    ratings: {
      SPM: 'L',
      SLM: 'F L P',
      ITSCM: 'L P P',
      ISM: 'F F L',
      ChM: 'F P L',
      CfM: 'L P P',
      RDM: 'P',
      KM: 'L',
      AcM: 'F F F',
      EM: 'L P ?',
      IM: 'F F F L P',
      PM: 'P',
      RF: 'F P L',
      CSI: 'L',
    },
  },
  {
    key: 'battalion',
    name: 'Assessment of the support battalion',
    yearsAgo: 1,
    unit: organisations.battalion,
    summary: 'Strong where its maintenance company does the work, thin in everything about change.',
    ratings: {
      ISM: 'L P P',
      ChM: 'P N N',
      CfM: 'F L L',
      AcM: 'F P L',
      EM: 'F',
      IM: 'F P L N N',
      RF: 'L P N',
    },
  },
];

/** Earlier assessments, which the first one of this month is compared with. */
export function writeYearly(script: Script, at: number): void {
  yearly.forEach((one, place) => write(script, at + place * 2 * hour, one));
}

function yearlyId(key: string): string {
  return demoId('assessment', key);
}

function write(script: Script, at: number, one: Yearly): void {
  const on = dayOf(script.now, one);
  const id = script.create(at, lead, 'assessment', one.key, {
    name: one.name,
    purpose: 'To see each year what has improved.',
    sponsor: approver.id,
    leadAssessor: lead.id,
    assessors: [lead.id],
    class: '3',
    method: 'R3',
    from: on,
    until: on,
    plan: 'Entered from the report of that year.',
    scope: Object.entries(one.ratings).map(([process, ratings]) => ({
      process,
      instance: '',
      target: targetOf(ratings),
    })),
    ...(one.unit === undefined ? {} : { unit: one.unit }),
    ...(one.previous === undefined ? {} : { previous: yearlyId(one.previous) }),
  });
  actionsTo('openRatings').forEach((action, place) =>
    script.act(at + (place + 1) * minute, action === 'approvePlan' ? approver : lead, id, action),
  );
  for (const [process, ratings] of Object.entries(one.ratings)) {
    ratings.split(' ').forEach((value, place) => {
      const attribute = processAttributes[place]?.code;
      if (attribute === undefined || value === '?') return;
      const cell: Cell = { process, attribute, item: '', instance: '' };
      script.make(at + 20 * minute, lead, 'agreed-rating', agreedId(id, cell), {
        ...cellFields(id, cell),
        value,
      });
    });
  }
  one.adds?.(script, at + 21 * minute, id);
  script.act(at + 30 * minute, lead, id, 'endConsensus');
  script.act(at + 31 * minute, lead, id, 'report', {
    summary: one.summary,
    confidence: 'As the report of that year says: fair.',
  });
}

/** The level whose attributes, with all lower ones, are as many as were rated. */
function targetOf(ratings: string): number {
  const last = processAttributes[ratings.split(' ').length - 1];
  if (!last) throw new Error(`“${ratings}” are more ratings than there are attributes.`);
  return last.level;
}

function dayOf(now: number, { yearsAgo, daysAgo = 0 }: Yearly): string {
  const date = new Date(now - daysAgo * day);
  date.setUTCFullYear(date.getUTCFullYear() - yearsAgo);
  return date.toISOString().slice(0, 10);
}

import { anyRole, either, type Rule } from '../../definition/permission.ts';
import { textOf } from '../../definition/record.ts';
import { sight, type Sight } from '../../engine/sight.ts';
import { namedIn, seesWork } from '../support/rights.ts';

/** Plans assessments and works on what belongs to them. */
export const assess = anyRole('assess', 'work on assessments', 'assessor', 'processOwner', 'administrator');

/** Leads an assessment, or names who does. */
export const leadAssessment: Rule = {
  name: 'leadAssessment',
  label: 'lead this assessment',
  givenBy: 'the lead assessor, who is named in it, or the administrator of this unit',
  giver: 'administrator',
  allows: (actor, record) =>
    actor.roles.includes('administrator') ||
    (assess.allows(actor, record) && (!record || textOf(record, 'leadAssessor') === actor.id)),
};

const sponsors: Rule = {
  name: 'sponsorAssessment',
  label: 'sponsor this assessment',
  givenBy: 'the lead assessor, who names the sponsor',
  allows: (actor, record) => record !== undefined && textOf(record, 'sponsor') === actor.id,
};

/** The sponsor, or somebody who decides for the process. */
export const approvePlan = either(
  'approvePlan',
  'approve the plan of this assessment',
  sponsors,
  anyRole('decideAssessment', 'decide for the process', 'processOwner', 'executiveSponsor', 'administrator'),
);

/** A rating belongs to the assessor who gave it. */
export const ownRating: Rule = {
  name: 'ownRating',
  label: 'change a rating of your own',
  givenBy: 'nobody: it belongs to the assessor who rates',
  allows: (actor, record) => !record || textOf(record, 'assessor') === actor.id,
};

/** Blind until consensus: others see a rating once it was opened. */
export const blindSight = sight(
  {
    name: 'seeRating',
    label: 'see ratings of others before they are opened',
    givenBy: 'nobody: the lead assessor opens all of them at once, for the consensus',
  },
  (actor) => [{ any: [...namedIn(actor, 'assessor'), { column: 'state', in: ['opened'] }] }],
);

/** Staff and those who oversee see all; others what names them in one of these columns. */
export function partakersSight(...columns: readonly string[]): Sight {
  return sight(
    {
      name: 'seeAssessment',
      label: 'see what belongs to assessments',
      givenBy: 'the administrator of this unit',
      giver: 'administrator',
    },
    (actor) => (seesWork(actor) ? [] : [{ any: namedIn(actor, ...columns) }]),
  );
}

import type { ProcessDefinition } from '../../definition/process.ts';
import { assessment } from './assessment.ts';
import { conformanceCycle } from './conformance-cycle.ts';
import { conformanceException } from './conformance-exception.ts';
import { conformancePlan } from './conformance-plan.ts';
import { conformanceStatement } from './conformance-statement.ts';
import { evidence, finding, recommendation } from './evidence.ts';
import { improvement } from './improvement.ts';
import { agreedRating, rating } from './rating.ts';
import { referenceModel } from './reference-model.ts';
import { assessmentSession } from './session.ts';
import { assessmentResult } from './assessment-result.ts';
import { reportSignature } from './report-signature.ts';
import { tailoring } from './tailoring.ts';
import { improvementMetrics } from './metrics.ts';

/** DESMF 9.5, which names no activities, and 5.3. */
export const continualImprovement: ProcessDefinition = {
  code: 'CSI',
  name: 'Continual Service Improvement',
  domain: 'CSI',
  section: '9.5',
  isoClauses: ['4.3', '4.4'],
  purpose:
    'Keeps services in line with the mission as both change, by measuring services and the processes behind them and improving both, step by step.',
  scope: 'All services, internal and external, and the processes that support them.',
  outcomes: [
    'Owners of services and processes have a way to see where they can improve',
    'Return on what is invested rises, in money and in value',
    'Services get better',
    'Trouble with performance is noticed sooner and costs less to mend',
    'Services stay in line with the mission',
    'Plans rest on better information',
    'Services and processes are measured by one method',
    'Figures on technology, processes and services are watched and reported in one way',
  ],
  activities: [],
  roles: [
    { name: 'Process owner', does: 'Answers for improvement, and decides on tailorings of the process.' },
    { name: 'Improvement analyst', does: 'Measures, finds gaps, compares effect and prediction.' },
    { name: 'Lead assessor', does: 'Plans and leads an assessment, and opens the ratings for consensus.' },
    { name: 'Assessor', does: 'Gathers evidence and rates, alone first and then with the team.' },
    { name: 'Sponsor', does: 'Wants the assessment, approves its plan and receives the report.' },
  ],
  policies: [
    'A unit departs from the process library by a record that says why, never by silence.',
    'What no longer holds is retired, not deleted, so that earlier assessments can be understood.',
    'Ratings are given independently before anybody sees those of others, and each can be traced to its evidence.',
    'An improvement has a measure and a baseline before it is approved.',
  ],
  metrics: improvementMetrics,
  recordTypes: [
    assessment,
    rating,
    agreedRating,
    assessmentSession,
    evidence,
    finding,
    recommendation,
    reportSignature,
    assessmentResult,
    improvement,
    tailoring,
    referenceModel,
    conformanceStatement,
    conformanceException,
    conformancePlan,
    conformanceCycle,
  ],
  seed: [],
};

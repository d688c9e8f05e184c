import type { ProcessDefinition } from '../../definition/process.ts';
import { percent } from '../support/figures.ts';
import { assessment } from './assessment.ts';
import { conformanceException, conformanceStatement } from './conformance.ts';
import { evidence, finding, recommendation } from './evidence.ts';
import { improvement } from './improvement.ts';
import { agreedRating, rating } from './rating.ts';

/** DESMF 9.5 and 5.3. */
export const continualServiceImprovement: ProcessDefinition = {
  code: 'CSI',
  name: 'Continual Service Improvement',
  domain: 'CSI',
  section: '9.5',
  isoClauses: ['4.3', '4.4'],
  purpose:
    'Keeps services and processes in line with what the mission needs now, by measuring them, judging them and acting on what is found.',
  scope: 'All services, inside and outside of the unit, and all processes that plan, give and support them.',
  outcomes: [
    'Whoever owns a service or process knows a way to make it better',
    'What is spent brings more in return, in money and in value',
    'Services get better from one period to the next',
    'Weak performance is seen early, while mending it is still cheap',
    'Services follow the mission as it changes',
    'Plans rest on better facts',
    'Services and processes are measured in one agreed way',
    'Technology, process and service figures are watched and reported in one agreed way',
  ],
  activities: [],
  roles: [
    { name: 'Process owner', does: 'Answers for the register of improvements and its effects.' },
    { name: 'Lead assessor', does: 'Plans and leads an assessment, and opens the ratings for consensus.' },
    { name: 'Assessor', does: 'Gathers evidence and rates, alone first and then with the team.' },
    { name: 'Sponsor', does: 'Wants the assessment, approves its plan and receives the report.' },
  ],
  policies: [
    'Ratings are given independently before anybody sees those of others.',
    'Each rating can be traced to the evidence it rests on.',
    'An improvement has a measure and a baseline before it is approved.',
  ],
  metrics: [
    {
      factor: 'Improvements work',
      indicator: 'Share of improvements closed with a result',
      name: 'improvementsClosed',
      label: 'Improvements closed',
      unit: 'percent',
      measures: {
        closed: { query: { type: 'improvement', where: [{ column: 'state', in: ['closed'] }] } },
        all: { query: { type: 'improvement', where: [] } },
      },
      value: ({ closed, all }) => percent(closed, all),
    },
  ],
  recordTypes: [
    assessment,
    rating,
    agreedRating,
    evidence,
    finding,
    recommendation,
    improvement,
    conformanceStatement,
    conformanceException,
  ],
  seed: [],
};

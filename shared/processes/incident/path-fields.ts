import type { Field } from '../../definition/field.ts';
import { choice, instant, longText, reference, text } from '../support/fields.ts';
import { disclosureChoices, securityCategories } from './choices.ts';
import { securityEyes } from './rights.ts';
import { isMajor } from './rules.ts';

/** Fields of a major incident and of its review (ISO/IEC 20000-2, 8.2.2). */
export const majorFields: Readonly<Record<string, Field>> = {
  majorManager: reference('Major incident manager', 'person', {
    section: 'major',
    inverse: 'Manages major incidents',
    required: isMajor,
    help: 'The one person who coordinates everything and speaks for it until it is over.',
  }),
  businessImpact: longText('Effect on the mission', { section: 'major', maxLength: 4000 }),
  nextUpdateDue: instant('Next update due', { section: 'major', help: 'When stakeholders will hear again.' }),
  stakeholderUpdate: longText('Last update to stakeholders', {
    section: 'major',
    readOnly: true,
    maxLength: 4000,
  }),
  standDownReason: text('Reason for standing down', { section: 'major', readOnly: true }),
  reviewEvents: longText('What happened', { section: 'review' }),
  reviewTimeline: longText('Times that mattered', {
    section: 'review',
    help: 'Noticed, declared, turning points, restored.',
  }),
  reviewCause: longText('Cause as far as known', { section: 'review', maxLength: 4000 }),
  reviewLessons: longText('Lessons', {
    section: 'review',
    help: 'What went well, what did not, what was luck.',
  }),
  reviewActions: longText('Actions', {
    section: 'review',
    help: 'Who does what by when; feeds the improvement plan.',
  }),
};

/** Fields of a security incident; only those who handle it see them. */
export const securityFields: Readonly<Record<string, Field>> = {
  securityCategory: choice('Kind of security incident', securityCategories, {
    section: 'security',
    readOnly: true,
    visibleTo: securityEyes,
  }),
  containment: longText('Containment', {
    section: 'security',
    visibleTo: securityEyes,
    help: 'What keeps the harm from spreading, since when, decided by whom. Needed before it can be resolved.',
  }),
  reportedTo: longText('Reported to', {
    section: 'security',
    visibleTo: securityEyes,
    maxLength: 4000,
    help: 'Which authority, under which category and number, when.',
  }),
  evidence: longText('Evidence and its custody', {
    section: 'security',
    visibleTo: securityEyes,
    help: 'What was secured, by whom, where it is kept, who had it since.',
  }),
  disclosure: choice('May be told to', disclosureChoices, {
    section: 'security',
    visibleTo: securityEyes,
    help: 'Who may know of it at all.',
  }),
  securityClearReason: text('Reason for ending the security path', {
    section: 'security',
    readOnly: true,
    visibleTo: securityEyes,
  }),
};

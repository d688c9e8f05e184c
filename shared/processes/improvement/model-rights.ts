import type { Rule } from '../../definition/permission.ts';
import { ownProcess } from '../support/rights.ts';
import { ownsSome } from './rights.ts';

/** Whoever owns a process imports a model and adds its file, as they propose tailorings. */
export const keepModel: Rule = {
  ...ownProcess,
  name: 'keepModel',
  label: 'keep reference models',
  allows: (actor, record) => ownProcess.allows(actor, record) || ownsSome(actor),
};

/** Puts a model in use for the whole unit, or retires it. */
export const decideModel: Rule = {
  ...ownProcess,
  name: 'decideModel',
  label: 'decide which reference models are used',
};

/** Who owns one process only edits what is not in use. */
export const editModel: Rule = {
  ...keepModel,
  name: 'editModel',
  label: 'edit a reference model that is in use',
  allows: (actor, record) =>
    ownProcess.allows(actor, record) || (record?.state === 'draft' && ownsSome(actor)),
};

/** What a model says, and which edition it is, stays once it is in use: ratings rest on it. */
export const draftModel: Rule = {
  name: 'draftModel',
  label: 'change what a reference model in use says',
  givenBy: 'nobody: import the changed model as an edition of its own',
  allows: (_actor, record) => !record || record.state === 'draft',
};

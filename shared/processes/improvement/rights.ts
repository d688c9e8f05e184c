import { hasRole, type Actor, type Rule } from '../../definition/permission.ts';
import { textOf } from '../../definition/record.ts';
import { ownProcess } from '../support/rights.ts';
import { isByKeptModel } from './model-choice.ts';

const owner = 'processOwner';

export function ownsSome({ scoped = [] }: Actor): boolean {
  return scoped.some(({ role, scope }) => role === owner && scope === 'process');
}

/** The owner of the process that a tailoring is about; without a record, the owner of any. Processes of kept models have no owner. */
export const tailor: Rule = {
  ...ownProcess,
  name: 'tailor',
  label: 'tailor the process',
  allows: (actor, record) =>
    ownProcess.allows(actor, record) ||
    (record
      ? !isByKeptModel(record) && hasRole(actor, owner, { process: textOf(record, 'process') })
      : ownsSome(actor)),
};

/** Who owns one process only edits what is not in use, so that none moves to another process unadopted. */
export const editTailoring: Rule = {
  ...tailor,
  name: 'editTailoring',
  label: 'edit a tailoring that is in use',
  allows: (actor, record) =>
    ownProcess.allows(actor, record) || (record?.state !== 'active' && ownsSome(actor)),
};

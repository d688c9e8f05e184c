import type { Catalogue } from '../definition/catalogue.ts';
import type { Field } from '../definition/field.ts';
import type { Actor, Role, Rule } from '../definition/permission.ts';
import { roleFacts } from '../definition/roles.ts';
import type { RecordType } from '../definition/record-type.ts';
import type { RecordView } from '../definition/record.ts';
import type { FieldValue } from '../definition/values.ts';

/** Always, never, or for some records only: the own ones, those in some state, those that are not secret. */
export type Permission = 'yes' | 'no' | 'filtered';

export interface MatrixRow {
  readonly type: RecordType;
  /** `create`, `see`, `edit`, `note`, an action of the lifecycle, or `see` or `edit` with the name of a field that has a rule of its own. */
  readonly what: string;
  readonly label: string;
  readonly byRole: Readonly<Record<string, Permission>>;
}

/** What each role may do with each record type, by asking the rules themselves about records of every kind. */
export function permissionMatrix(catalogue: Catalogue, roles: readonly Role[]): readonly MatrixRow[] {
  return catalogue.types.flatMap((type) => typeRows(type, roles));
}

function typeRows(type: RecordType, roles: readonly Role[]): readonly MatrixRow[] {
  const row = (what: string, label: string, ask: (actor: Actor) => Permission): MatrixRow => ({
    type,
    what,
    label,
    byRole: Object.fromEntries(roles.map((role) => [role, ask(withOnly(role))])),
  });
  const all = samples(type, Object.keys(type.lifecycle.states));
  const over = (rules: readonly Rule[], records: readonly RecordView[]) => (actor: Actor) =>
    summary(records.map((record) => rules.every((rule) => rule.allows(actor, record))));
  return [
    row('create', 'Create', (actor) => (type.create.allows(actor, undefined) ? 'yes' : 'no')),
    row('see', 'See', over([type.see], all)),
    row('edit', 'Change', over([type.see, type.edit], all)),
    row('note', 'Add notes and files', over([type.see, type.note], all)),
    ...type.lifecycle.transitions.map(({ action, label, permit, from }) =>
      row(action, label, over([type.see, permit], samples(type, from))),
    ),
    ...keptFields(type).flatMap(([name, { label, visibleTo, changedBy, readOnly }]) => {
      const seen = visibleTo ? [visibleTo] : [];
      const changed = [type.edit, ...seen, ...(changedBy ? [changedBy] : [])];
      return [
        ...(visibleTo ? [row(`see ${name}`, `See “${label}”`, over([type.see, ...seen], all))] : []),
        ...(readOnly ? [] : [row(`edit ${name}`, `Change “${label}”`, over([type.see, ...changed], all))]),
      ];
    }),
  ];
}

/** Fields with a rule of their own; what the application keeps for itself is nobody's to see. */
function keptFields({ fields }: RecordType): readonly (readonly [name: string, field: Field])[] {
  return Object.entries(fields).filter(
    ([, { visibleTo, changedBy, isSecret }]) => isSecret !== true && (visibleTo ?? changedBy) !== undefined,
  );
}

const me = 'me';
const part = 'part';

/** Where a role cannot be held in the whole unit, it is asked for one service or team. */
function withOnly(role: Role): Actor {
  const [scope] = roleFacts(role).scopes;
  const scoped = scope === 'service' || scope === 'team' ? [{ role, scope, of: part }] : [];
  return { id: me, roles: scoped.length > 0 ? [] : [role], teams: [], scoped };
}

function summary(answers: readonly boolean[]): Permission {
  if (answers.every((answer) => answer)) return 'yes';
  return answers.some((answer) => answer) ? 'filtered' : 'no';
}

/** Records that differ in all that rules look at: state, choices, whom they name, who made them. */
function samples(type: RecordType, states: readonly string[]): readonly RecordView[] {
  const variants = Object.entries(type.fields).flatMap(([name, field]) =>
    telling(name, field).map((value): RecordView['fields'] => ({ [name]: value })),
  );
  return states.flatMap((state) => [
    sample(type, state, {}),
    sample(type, state, {}, me),
    { ...sample(type, state, {}), id: part },
    ...variants.map((fields) => sample(type, state, fields)),
  ]);
}

/** Values of a field that may make a difference to a rule. */
function telling(name: string, field: Field): readonly FieldValue[] {
  if (field.kind === 'choice') return field.choices.map(({ value }) => value);
  if (field.kind === 'boolean') return [true];
  if (field.kind !== 'reference') return [];
  if (field.to.includes('person')) return [me];
  return name === 'service' || name === 'team' ? [part] : [];
}

function sample(
  type: RecordType,
  state: string,
  fields: RecordView['fields'],
  createdBy = 'somebody else',
): RecordView {
  return {
    id: 'sample',
    type: type.name,
    number: type.prefix,
    state,
    fields,
    life: [],
    conflicts: [],
    overtaken: [],
    createdAt: 0,
    createdBy,
    updatedAt: 0,
    updatedBy: createdBy,
    noteCount: 0,
    minutesSpent: 0,
  };
}

import type { FoldState } from '#shared/changelog/fold-state.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Config } from '#shared/definition/config.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { assignmentsOf } from '#shared/engine/assignments.ts';
import { refusal } from '#shared/engine/permit.ts';
import { shapeOf } from '#shared/engine/shape.ts';
import { keptFields } from '#shared/engine/writable.ts';
import type { Mapping } from '#shared/import/mapping.ts';
import type { Lookup, Resolved } from '#shared/import/resolve.ts';
import { mayGiveRoles, RoleWatch } from '#shared/import/role-watch.ts';
import type { Problem } from '#shared/kernel/errors.ts';

interface WatchParts {
  readonly catalogue: Catalogue;
  readonly workspace: {
    readonly states: (ids: readonly string[]) => Promise<ReadonlyMap<string, FoldState>>;
  };
  readonly find: Lookup['find'];
  readonly actor: Actor;
  /** Epoch ms. */
  readonly now: () => number;
  readonly mapping: Mapping;
  readonly resolved: Resolved;
  /** Of the records that the file is about. */
  readonly states: ReadonlyMap<string, FoldState>;
  readonly config: Config;
}

/** Why an actor may import nothing by this mapping: a record or a field is not theirs to make; undefined where they may. */
export function whyNotImport({ type, template, catalogue }: Mapping, actor: Actor): Problem | undefined {
  const names = [template.key?.field ?? '', ...template.columns.map(({ field }) => field)];
  const made = template.columns.flatMap(({ reference }) => {
    const other = catalogue.type(reference?.type ?? '');
    const given = reference ? [reference.by, ...Object.keys(reference.fields ?? {})] : [];
    return other ? keptFields(other, given, actor) : [];
  });
  const own = keptFields(type, [...names, ...Object.keys(template.fixed)], actor);
  return refusal(type.create, actor, undefined, `create ${type.plural}`) ?? own[0] ?? made[0];
}

/** Judges the giving of roles, where a file may give any: by administrators, assignments, and the names of all who may be in a refusal. */
export async function watchRoles(parts: WatchParts): Promise<RoleWatch | undefined> {
  const { mapping, resolved, states, config, catalogue, workspace, find, actor, now } = parts;
  if (!mayGiveRoles(mapping)) return undefined;
  const assignments = assignmentsOf(config.all('assignment'));
  const administrators = await find('person', 'roles', ['administrator']);
  const named = assignments.flatMap(({ person, of }) => [person, of]);
  const ids = [...administrators.map(({ id }) => id), ...named, ...resolved.references.ids()];
  const found = await workspace.states([...new Set(ids)]);
  const known = [...found.values()].flatMap((state) => {
    const type = catalogue.type(state.type);
    return (type && projectRecord(state, shapeOf(type))) ?? [];
  });
  const stateOf = (id: string) => states.get(id);
  return new RoleWatch({ mapping, actor: actor.id, now: now(), assignments, known, stateOf });
}

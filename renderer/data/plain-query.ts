import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { Condition, Query } from '#shared/definition/query.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import { visibleFields } from '#shared/engine/permit.ts';
import { resolveConditions, type Asker, type PlainCondition } from '#shared/engine/query.ts';
import { shapeOf } from '#shared/engine/shape.ts';
import type { PlainQuery, Row, TypeSight } from './index/protocol.ts';

const nothing = { any: [] };

/**
 * A query as the index takes it: symbols resolved, and limited to what the actor may see. A condition on a field that is
 * hidden from the actor finds nothing, or its value could be guessed from what is found.
 */
export function plainQuery(catalogue: Catalogue, query: Query, asker: Asker): PlainQuery {
  const type = catalogue.type(query.type);
  const hidden = type ? hiddenColumns(type, asker.actor) : new Set<string>();
  const where = query.where.map((condition) => withoutHidden(condition, hidden));
  const sort = query.sort?.filter(({ column }) => !hidden.has(column));
  return {
    type: query.type,
    where: [...resolveConditions(where, asker), ...sightOf(type, asker)],
    ...(query.text === undefined ? {} : { text: query.text }),
    ...(sort === undefined ? {} : { sort }),
  };
}

/**
 * A count over records of all, hidden ones too, where the type lets anybody count by just these columns; else undefined, as what is hidden
 * could be guessed from what is counted.
 */
export function tallyQuery(
  catalogue: Catalogue,
  query: Query,
  groupBy: string,
  asker: Asker,
): PlainQuery | undefined {
  const type = catalogue.type(query.type);
  const { by = [], filled = [] } = type?.tally ?? {};
  const isOpen = (condition: Condition): boolean => {
    if ('any' in condition) return false;
    return by.includes(condition.column) || ('empty' in condition && filled.includes(condition.column));
  };
  if (!type?.see.allows(asker.actor, undefined) || !by.includes(groupBy) || query.text !== undefined)
    return undefined;
  if (!query.where.every(isOpen)) return undefined;
  return { type: query.type, where: resolveConditions(query.where, asker) };
}

/** Which records of types that hide some may be named by their titles. */
export function typeSights(catalogue: Catalogue, asker: Asker): TypeSight {
  const limited = catalogue.types.flatMap((type) => {
    const conditions = sightOf(type, asker);
    return conditions.length > 0 ? [[type.name, conditions] as const] : [];
  });
  return Object.fromEntries(limited);
}

/** The fields that the actor does not see in lists. Who sees them on single records only, sees them on their pages. */
export function hiddenColumns(type: RecordType, actor: Actor): ReadonlySet<string> {
  const hidden = Object.entries(type.fields).filter(
    ([, field]) => field.visibleTo && !field.visibleTo.allows(actor, undefined),
  );
  return new Set(hidden.map(([name]) => name));
}

/** A record as the actor may see it; undefined where they may not. */
export function visibleRecord(catalogue: Catalogue, actor: Actor, state: FoldState): RecordView | undefined {
  const type = catalogue.type(state.type);
  const view = type && projectRecord(state, shapeOf(type));
  return view && type.see.allows(actor, view) ? visibleFields(type, actor, view) : undefined;
}

/** A row without the cells that are hidden from the actor, and without the names that only these hold. */
export function visibleRow(catalogue: Catalogue, actor: Actor, row: Row): Row {
  const type = catalogue.type(row.type);
  const hidden = type ? hiddenColumns(type, actor) : new Set<string>();
  if (hidden.size === 0) return row;
  const cells: Row['cells'] = Object.fromEntries(
    Object.entries(row.cells).map(([name, value]) => [name, hidden.has(name) ? null : value]),
  );
  const named = new Set(Object.values(cells).flat());
  const only = (texts: Row['labels']) =>
    Object.fromEntries(Object.entries(texts).filter(([id]) => named.has(id)));
  return { ...row, cells, labels: only(row.labels), markings: only(row.markings) };
}

function sightOf(type: RecordType | undefined, asker: Asker): readonly PlainCondition[] {
  if (!type?.see.allows(asker.actor, undefined)) return [nothing];
  return resolveConditions(type.visible?.(asker.actor) ?? [], asker);
}

function withoutHidden(condition: Condition, hidden: ReadonlySet<string>): Condition {
  if ('any' in condition) return { any: condition.any.map((one) => withoutHidden(one, hidden)) };
  return hidden.has(condition.column) ? nothing : condition;
}

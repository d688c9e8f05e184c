import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Field } from '#shared/definition/field.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { Query } from '#shared/definition/query.ts';
import type { FieldConflict, Head, OvertakenAct, RecordView } from '#shared/definition/record.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { FieldValue } from '#shared/definition/values.ts';

/** A field of a record that waits for a person's choice. */
export interface OpenConflict {
  /** Record and field. */
  readonly key: string;
  readonly record: RecordView;
  readonly type: RecordType;
  readonly field: Field;
  readonly conflict: FieldConflict;
  readonly canSettle: boolean;
}

/** One query per type for the records that have a mark. */
export function markedRecords(
  catalogue: Catalogue,
  column: 'hasConflict' | 'hasOvertaken',
): readonly Query[] {
  return catalogue.types.map(({ name }) => ({
    type: name,
    where: [{ column, in: [true] }],
    sort: [{ column: 'updatedAt', descending: true }],
  }));
}

/** Every conflict of the records that the actor may see, the latest first; fields hidden from the actor are left out. */
export function openConflicts(
  catalogue: Catalogue,
  records: readonly RecordView[],
  actor: Actor,
): readonly OpenConflict[] {
  return records
    .flatMap((record) => {
      const type = catalogue.type(record.type);
      if (!type) return [];
      return record.conflicts.flatMap((conflict): OpenConflict[] => {
        const field = type.fields[conflict.field];
        if (!field || field.visibleTo?.allows(actor, record) === false) return [];
        const canSettle = type.edit.allows(actor, record);
        return [{ key: `${record.id} ${conflict.field}`, record, type, field, conflict, canSettle }];
      });
    })
    .toSorted((a, b) => latest(b.conflict) - latest(a.conflict) || a.key.localeCompare(b.key));
}

function latest({ heads }: FieldConflict): number {
  return Math.max(...heads.map(({ at }) => at));
}

/** How many conflicts are settled at once: by the latest time that a writer's clock claims, or by one person's values. */
export type BulkRule = { readonly kind: 'newest' } | { readonly kind: 'person'; readonly person: string };

/** The value that a rule takes; undefined where it says nothing of this conflict. */
export function chosenHead({ heads }: FieldConflict, rule: BulkRule): Head | undefined {
  const fitting = rule.kind === 'newest' ? heads : heads.filter(({ actor }) => actor === rule.person);
  // Of equal times the first stands: it is the one shown.
  return fitting.reduce<Head | undefined>(
    (best, head) => (best && best.at >= head.at ? best : head),
    undefined,
  );
}

export interface SettlePlan {
  /** One edit per record. */
  readonly edits: ReadonlyMap<string, Readonly<Record<string, FieldValue>>>;
  readonly settled: number;
  /** Conflicts that the rule says nothing of, or that the actor may not settle. */
  readonly left: number;
}

/** What a rule makes of several conflicts. */
export function planBulk(conflicts: readonly OpenConflict[], rule: BulkRule): SettlePlan {
  const edits = new Map<string, Record<string, FieldValue>>();
  let settled = 0;
  for (const { record, conflict, canSettle } of conflicts) {
    const head = canSettle ? chosenHead(conflict, rule) : undefined;
    if (!head) continue;
    edits.set(record.id, { ...edits.get(record.id), [conflict.field]: head.value });
    settled += 1;
  }
  return { edits, settled, left: conflicts.length - settled };
}

/** Everybody who wrote one of the values, each once, those with most values first. */
export function authorsOf(conflicts: readonly OpenConflict[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { conflict } of conflicts) {
    for (const actor of new Set(conflict.heads.map((head) => head.actor))) {
      counts.set(actor, (counts.get(actor) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a, many], [b, other]) => other - many || a.localeCompare(b))
    .map(([actor]) => actor);
}

/** An action that does not count, with the record on which it was tried. */
export interface Overtaken {
  readonly record: RecordView;
  readonly type: RecordType;
  readonly act: OvertakenAct;
}

/** Overtaken actions of the records that the actor may see, the latest first. */
export function overtakenActs(catalogue: Catalogue, records: readonly RecordView[]): readonly Overtaken[] {
  return records
    .flatMap((record) => {
      const type = catalogue.type(record.type);
      return type ? record.overtaken.map((act) => ({ record, type, act })) : [];
    })
    .toSorted((a, b) => b.act.at - a.act.at || a.act.ref.localeCompare(b.act.ref));
}

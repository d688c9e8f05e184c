import type { Actor, Rule } from '../definition/permission.ts';
import type { RecordView } from '../definition/record.ts';
import type { Cells, CellValue } from './column-values.ts';
import { meets, type PlainCondition } from './query.ts';

/** Who sees which records, as conditions: the index filters by them and the rule judges single records by the same. */
export interface Sight {
  readonly see: Rule;
  readonly visible: (actor: Actor) => readonly PlainCondition[];
}

/**
 * Makes a sight from conditions on fields and on `createdBy`, `state`. Conditions must name plain values: the actor's id, not
 * a symbol.
 */
export function sight(
  rule: Omit<Rule, 'allows'>,
  visible: (actor: Actor) => readonly PlainCondition[],
): Sight {
  return {
    visible,
    see: {
      ...rule,
      allows: (actor, record) => !record || meets(factsOf(record), visible(actor)),
    },
  };
}

function factsOf(record: RecordView): Cells {
  const facts = record.fields as Readonly<Record<string, CellValue>>;
  return { ...facts, state: record.state, createdBy: record.createdBy };
}

import type { Config } from '#shared/definition/config.ts';
import type { LifeStep, RecordView } from '#shared/definition/record.ts';
import type { FieldValues } from '#shared/definition/values.ts';

/** A record as a test says it is. */
export function viewOf(type: string, fields: FieldValues = {}, more: Partial<RecordView> = {}): RecordView {
  return {
    id: `${type}-1`,
    type,
    number: 'X-7K-00001',
    state: 'new',
    fields,
    life: [],
    conflicts: [],
    overtaken: [],
    createdAt: 0,
    createdBy: 'ann',
    updatedAt: 0,
    updatedBy: 'ann',
    noteCount: 0,
    minutesSpent: 0,
    ...more,
  };
}

/** A configuration of just these records. */
export function configOf(...records: readonly RecordView[]): Config {
  return {
    version: 1,
    all: (type) => records.filter((record) => record.type === type),
    get: (id) => records.find((record) => record.id === id),
  };
}

/** A life: each step from where the one before led, `at` epoch ms. */
export function lifeOf(
  first: string,
  ...steps: readonly {
    readonly action: string;
    readonly to: string;
    readonly at: number;
    readonly inputs?: FieldValues;
  }[]
): readonly LifeStep[] {
  let from = first;
  return steps.map(({ action, to, at, inputs = {} }, index) => {
    const step: LifeStep = { ref: `AAAAAAAAAAA:${index + 2}`, action, from, to, at, actor: 'ann', inputs };
    from = to;
    return step;
  });
}

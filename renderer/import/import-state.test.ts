import { describe, expect, it } from 'vitest';
import { peopleTemplate } from '#test/support/import-run.ts';
import { emptyImport, reduce, type ImportChange, type ImportState } from './import-state.ts';

const inspection = { file: 'a.csv', kind: 'csv', headings: [], samples: [] } as const;
const survey = { rows: 1, keys: 1, values: {}, names: {} };
const checked = {} as NonNullable<ImportState['checked']>;

function after(...changes: readonly ImportChange[]): ImportState {
  return changes.reduce(reduce, emptyImport);
}
const ready: readonly ImportChange[] = [
  { kind: 'chosen', file: 'a.csv' },
  { kind: 'inspected', inspection, form: {} },
  { kind: 'template', template: peopleTemplate },
  { kind: 'surveyed', survey },
  { kind: 'checked', checked },
];

describe('the wizard’s state', () => {
  it('IMP-46 a change of the mapping asks for a new check, and for a new look where other cells count', () => {
    const dates = { ...peopleTemplate, dates: { form: 'excel', zone: 'UTC' } };
    expect(after(...ready, { kind: 'template', template: dates })).toMatchObject({ survey });
    expect(after(...ready, { kind: 'template', template: dates }).checked).toBeUndefined();
    const fewer = { ...peopleTemplate, columns: [] };
    expect(after(...ready, { kind: 'template', template: fewer }).survey).toBeUndefined();
  });

  it('IMP-46 reading the file in another way asks for both again and keeps the mapping', () => {
    const state = after(...ready, { kind: 'inspected', inspection, form: { delimiter: ';' } });
    expect(state.checked ?? state.survey).toBeUndefined();
    expect(state.template?.file).toEqual({ delimiter: ';' });
  });

  it('problems of one step are gone in the next, progress with its work', () => {
    const failed = after(
      ...ready,
      { kind: 'begin', label: 'x', canCancel: true },
      { kind: 'progress', progress: { done: 1, total: 2 } },
    );
    expect(failed.busy?.progress).toEqual({ done: 1, total: 2 });
    expect(reduce(failed, { kind: 'end' }).busy).toBeUndefined();
    const told = reduce(failed, { kind: 'failed', problems: [{ code: 'OUT-IMP-010', message: '' }] });
    expect(reduce(told, { kind: 'go', step: 'file' }).problems).toEqual([]);
  });

  it('another file begins from the start', () => {
    expect(after(...ready, { kind: 'chosen', file: 'b.csv' })).toEqual({ ...emptyImport, file: 'b.csv' });
    expect(after(...ready, { kind: 'restart' })).toEqual(emptyImport);
  });
});

import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { exportColumns } from '#renderer/record/export/export-columns.ts';
import { byteOrderMark, csvLines } from '#renderer/record/export/to-csv.ts';
import { makeWorkbook } from '#renderer/record/export/workbook.ts';
import { ImportSession } from '#renderer/import/import-session.ts';
import { bytesOf } from '#renderer/import/read/byte-source.ts';
import { emptyConfig } from '#shared/definition/config.ts';
import { allRoles } from '#shared/definition/roles.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { isEmpty, type FieldValue } from '#shared/definition/values.ts';
import { columnValues } from '#shared/engine/column-values.ts';
import { checkRecord, checkValues } from '#shared/engine/validate.ts';
import { draftTemplate } from '#shared/import/auto-map.ts';
import { importedId } from '#shared/import/identity.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { arbitraryFields, type Pool } from '#test/support/arbitrary-fields.ts';
import { MemoryWorkspace } from '#test/support/memory-workspace.ts';

const watch = { signal: new AbortController().signal, onProgress: () => undefined };
const actor = { id: 'importer', roles: allRoles, teams: [] };
const zone = 'Europe/Berlin';
const namesPerType = 2;

/** Two records of each type, so that references have something to name. */
async function workspaceWithNames(): Promise<{ readonly workspace: MemoryWorkspace; readonly pool: Pool }> {
  const workspace = new MemoryWorkspace(catalogue);
  const pool: Record<string, string[]> = {};
  const histories = catalogue.types.flatMap((type) =>
    Array.from({ length: namesPerType }, (_, index) => {
      const id = importedId(type.name, 'pool', [String(index)]);
      pool[type.name] = [...(pool[type.name] ?? []), id];
      const fields = { [type.views.title]: `${type.label} ${index + 1}` };
      return { id, type: type.name, intentions: [{ body: { kind: 'create' as const, fields } }] };
    }),
  );
  await workspace.write(histories, () => undefined, watch.signal);
  return { workspace, pool };
}

/** A sound record of the type: what the checks refuse is taken from a shipped record, or left out. */
function sound(
  type: RecordType,
  values: Readonly<Record<string, FieldValue | undefined>>,
  place: number,
): RecordView | undefined {
  const shipped = catalogue.processes.flatMap(({ seed }) => seed).find((record) => record.type === type.name);
  const fields: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(values)) if (value !== undefined) fields[name] = value;
  if (type.fields['externalReference']) fields['externalReference'] = `REF-${place}`;
  const view = (): RecordView => ({
    id: importedId(type.name, 'original', [String(place)]),
    type: type.name,
    number: `${type.prefix}-X1-${place}`,
    state: type.lifecycle.initial,
    fields,
    life: [],
    conflicts: [],
    overtaken: [],
    createdAt: 1_700_000_000_000,
    createdBy: 'Somebody',
    updatedAt: 1_700_000_000_000,
    updatedBy: 'Somebody',
    noteCount: 0,
    minutesSpent: 0,
  });
  for (let turn = 0; turn < 5; turn += 1) {
    const faults = [...checkValues(type, fields), ...checkRecord(type, view(), emptyConfig)];
    if (faults.length === 0) return view();
    for (const { what } of faults) {
      const name = what?.field ?? '';
      const standard = type.fields[name]?.default;
      const given = shipped?.fields[name] ?? (typeof standard === 'function' ? undefined : standard);
      if (isEmpty(given) || (typeof given === 'string' && given.startsWith('@'))) delete fields[name];
      else fields[name] = given ?? null;
    }
  }
  return undefined;
}

async function exported(
  type: RecordType,
  records: readonly RecordView[],
  names: ReadonlyMap<string, string>,
  format: 'csv' | 'xlsx',
): Promise<Uint8Array> {
  // Numbers are given anew by an import, so they are left out here.
  const columns = exportColumns(type, actor, undefined).filter(({ name }) => name !== 'number');
  const label = (id: string): string => names.get(id) ?? id;
  const rows = records.map((record) => {
    const cells = columnValues(type, record, emptyConfig, 1_800_000_000_000);
    return columns.map(({ read }) => read(record, cells, label));
  });
  const headers = columns.map(({ header }) => header);
  if (format === 'xlsx') return makeWorkbook([{ name: type.plural, headers, rows }], zone);
  const text = csvLines([headers], zone, Papa.unparse) + csvLines(rows, zone, Papa.unparse);
  return new TextEncoder().encode(byteOrderMark + text);
}

async function reimported(
  type: RecordType,
  bytes: Uint8Array,
  workspace: MemoryWorkspace,
): Promise<readonly RecordView[]> {
  const session = new ImportSession({
    source: bytesOf('export', bytes),
    catalogue,
    workspace,
    find: workspace.find,
    actor,
    now: Date.now,
  });
  const inspection = await session.inspect({});
  const samples = inspection.samples.map(({ cells }) => cells);
  const template = draftTemplate(type, catalogue, { ...inspection, name: 'export', samples }, zone);
  const before = new Set(workspace.records(type.name).map(({ id }) => id));
  const { tally } = await session.dryRun(template, watch);
  expect(tally.problems).toEqual([]);
  await session.commit(template, watch);
  return workspace.records(type.name).filter(({ id }) => !before.has(id));
}

function comparable(record: RecordView): Readonly<Record<string, unknown>> {
  const filled = Object.entries(record.fields).filter(([, value]) => !isEmpty(value));
  return { state: record.state, createdAt: record.createdAt, ...Object.fromEntries(filled.sort()) };
}

describe.each(catalogue.types.map((type) => [type.name, type] as const))('IMP-60 %s', (_, type) => {
  it.each(['csv', 'xlsx'] as const)(
    'comes back from %s as it went out',
    async (format) => {
      let compared = 0;
      const { pool } = await workspaceWithNames();
      await fc.assert(
        fc.asyncProperty(
          fc.array(arbitraryFields(type, pool), { minLength: 1, maxLength: 5 }),
          async (drafts) => {
            const records = drafts.flatMap((values, index) => sound(type, values, index + 1) ?? []);
            if (records.length === 0) return;
            const { workspace } = await workspaceWithNames();
            const names = new Map(
              catalogue.types.flatMap(({ name, views }) =>
                workspace.records(name).map((view) => [view.id, textOf(view, views.title)] as const),
              ),
            );
            const back = await reimported(type, await exported(type, records, names, format), workspace);
            // Defaults fill what was empty, as they do for every new record.
            const expected = records.map((record) => comparable(withDefaults(type, record)));
            const order = (record: Readonly<Record<string, unknown>>): string => JSON.stringify(record);
            expect(back.map(comparable).map(order).sort()).toEqual(expected.map(order).sort());
            compared += records.length;
          },
        ),
        { numRuns: 8 },
      );
      expect(compared).toBeGreaterThan(0);
    },
    120_000,
  );
});

/** A required field that is empty in a file gets its default. */
function withDefaults(type: RecordType, record: RecordView): RecordView {
  const defaults = Object.entries(type.fields).filter(
    ([name, field]) =>
      field.required === true &&
      isEmpty(record.fields[name]) &&
      typeof field.default !== 'function' &&
      !isEmpty(field.default),
  );
  const values = Object.fromEntries(defaults.map(([name, field]) => [name, field.default as FieldValue]));
  return { ...record, fields: { ...record.fields, ...values } };
}

import type { Catalogue } from '../definition/catalogue.ts';
import type { Config } from '../definition/config.ts';
import type { Actor } from '../definition/permission.ts';
import type { RecordType } from '../definition/record-type.ts';
import { isEmpty, type FieldValue } from '../definition/values.ts';
import { refusal } from '../engine/permit.ts';
import { checkRecord, checkValues } from '../engine/validate.ts';
import { locate, problem, type Problem } from '../kernel/errors.ts';
import { importedId } from './identity.ts';
import type { ImportedRecord } from './imported.ts';
import { literal } from './read-value.ts';
import { RecordBuilder } from './record-builder.ts';
import { ReferenceTable, type Path, type Wanted } from './references.ts';
import type { ReferenceRule } from './template.ts';

/** Looks for records that exist. Asked with many values at once. */
export interface Lookup {
  /** Records of `type` whose column holds one of the values; `above` is the id in the column `under`, if one is asked for. */
  readonly find: (
    type: string,
    column: string,
    values: readonly string[],
    under?: string,
  ) => Promise<readonly FoundRecord[]>;
  /** Which of these ids are taken. */
  readonly known: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
}

export interface FoundRecord {
  readonly id: string;
  readonly value: string;
  readonly above?: string;
}

export interface Resolved {
  readonly references: ReferenceTable;
  /** Records that the file names and nobody has made: they come first. */
  readonly made: readonly ImportedRecord[];
  readonly problems: readonly Problem[];
}

interface Parts {
  readonly catalogue: Catalogue;
  readonly config: Config;
  readonly actor: Actor;
  readonly file: string;
  readonly lookup: Lookup;
  /** Ids of the records that rows of the same file make under a name. */
  readonly own?: (rule: ReferenceRule, name: string) => readonly string[];
}

/** Finds the records that names in the file mean, and makes those that may be made (IMP-14 to IMP-17). */
export async function resolveReferences(wanted: readonly Wanted[], parts: Parts): Promise<Resolved> {
  const references = new ReferenceTable();
  const made: ImportedRecord[] = [];
  const problems: Problem[] = [];
  const isRefused = new Set<string>();
  for (const group of byRuleAndDepth(wanted)) {
    const rule = group[0]?.rule;
    const type = rule && parts.catalogue.type(rule.type);
    if (!rule || !type) continue;
    const missing = await findGroup(rule, group, parts, references);
    const ids = missing.map(({ path }) => importedId(rule.type, rule.by, path));
    const taken = await parts.lookup.known(ids);
    missing.forEach(({ path, line }, index) => {
      const id = ids[index] ?? '';
      if (taken.has(id)) references.set(rule, path, [id]);
      if (taken.has(id) || !rule.create) return;
      const { record, faults } = makeRecord(
        type,
        rule,
        id,
        path,
        aboveOf(references, rule, path),
        line,
        parts,
      );
      made.push(record);
      references.set(rule, path, [id]);
      problems.push(...faults);
      const refused = refusal(type.create, parts.actor, undefined, `create a ${type.label}`);
      if (!refused || isRefused.has(type.name)) return;
      isRefused.add(type.name);
      problems.push(locate(refused, { line, value: path.join(' / ') }));
    });
  }
  return { references, made, problems };
}

function aboveOf(references: ReferenceTable, rule: ReferenceRule, path: Path): string | undefined {
  return path.length > 1 ? references.get(rule, path.slice(0, -1))?.[0] : undefined;
}

/** Names that are looked for together: by the same rule, at the same depth of a tree; upper levels first. */
function byRuleAndDepth(wanted: readonly Wanted[]): readonly (readonly Wanted[])[] {
  const groups = new Map<string, Wanted[]>();
  for (const one of wanted) {
    const { type, by, under } = one.rule;
    const key = JSON.stringify([one.path.length, type, by, under?.field ?? '']);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].sort((a, b) => (a[0]?.path.length ?? 0) - (b[0]?.path.length ?? 0));
}

/** Enters what exists and returns the names that nothing bears. */
async function findGroup(
  rule: ReferenceRule,
  group: readonly Wanted[],
  { lookup, own }: Parts,
  references: ReferenceTable,
): Promise<readonly Wanted[]> {
  const values = [...new Set(group.map(({ path }) => path.at(-1) ?? ''))];
  const byName = new Map<string, FoundRecord[]>();
  for (const record of await lookup.find(rule.type, rule.by, values, rule.under?.field)) {
    const list = byName.get(record.value);
    if (list) list.push(record);
    else byName.set(record.value, [record]);
  }
  return group.filter(({ path }) => {
    const records = byName.get(path.at(-1) ?? '') ?? [];
    const found = idsUnder(records, rule, path.length, aboveOf(references, rule, path));
    const ids = [...new Set([...found, ...(own?.(rule, path.at(-1) ?? '') ?? [])])];
    references.set(rule, path, ids);
    return ids.length === 0;
  });
}

/** In a tree a name means the record under the one above it, or at the top. */
function idsUnder(
  records: readonly FoundRecord[],
  rule: ReferenceRule,
  depth: number,
  above: string | undefined,
): readonly string[] {
  if (!rule.under) return records.map(({ id }) => id);
  const fits = records.filter((record) => (depth === 1 ? !record.above : record.above === above));
  return fits.map(({ id }) => id);
}

function makeRecord(
  type: RecordType,
  rule: ReferenceRule,
  id: string,
  path: Path,
  above: string | undefined,
  line: number,
  parts: Parts,
): { readonly record: ImportedRecord; readonly faults: readonly Problem[] } {
  const value = path.at(-1) ?? '';
  const fields: Record<string, FieldValue> = {};
  for (const [name, field] of Object.entries(type.fields)) {
    if (typeof field.default !== 'function' && !isEmpty(field.default)) fields[name] = field.default ?? null;
  }
  for (const [name, text] of Object.entries(rule.fields ?? {})) {
    const field = type.fields[name];
    if (field) fields[name] = literal(field, text);
  }
  if (type.fields[type.views.title]?.kind === 'text') fields[type.views.title] = value;
  if (type.fields[rule.by]) fields[rule.by] = value;
  if (rule.under && above !== undefined) fields[rule.under.field] = above;
  const builder = new RecordBuilder(type, id);
  builder.create(fields, { source: `${parts.file} line ${line}` });
  const view = builder.view('');
  const faults = [...checkValues(type, fields), ...checkRecord(type, view, parts.config)].map((fault) =>
    locate(fault, { line, value }),
  );
  if (rule.by === 'number' || rule.by === 'id') {
    faults.push(problem('OUT-VAL-005', { field: type.label, value, target: type.label, line }));
  }
  return { record: { id, type: type.name, line, intentions: builder.facts }, faults };
}

import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Config } from '#shared/definition/config.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { RecordHistory } from '#shared/changelog/intention.ts';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import { importedId } from '#shared/import/identity.ts';
import { makeMapping, type Mapping } from '#shared/import/mapping.ts';
import { contentIds, isRefused, planFile, type FileParts } from '#shared/import/plan-file.ts';
import { ReferenceTable } from '#shared/import/references.ts';
import { resolveReferences, type Lookup, type Resolved } from '#shared/import/resolve.ts';
import { Surveyor, type Survey } from '#shared/import/survey.ts';
import { Tallier } from '#shared/import/tally.ts';
import type { FileForm, ImportTemplate } from '#shared/import/template.ts';
import { problem } from '#shared/kernel/errors.ts';
import { watchRoles, whyNotImport } from './import-rights.ts';
import type { ImportChecked, ImportDone, Inspection, Progress, SurveyReport } from './protocol.ts';
import type { ByteSource } from './read/byte-source.ts';
import { TableReader, type SourceTable } from './read/table.ts';
import { Refusal, throwIfRefused } from './refusal.ts';
import { Report } from './report.ts';

/** What the session needs of the database; tests give one in memory. */
export interface ImportWorkspace {
  /** Forgets what was read and looks at the records as they are now. */
  readonly begin: () => Promise<void>;
  readonly config: () => Promise<Config>;
  /** The states of those records that exist. */
  readonly states: (ids: readonly string[]) => Promise<ReadonlyMap<string, FoldState>>;
  /** Writes all or nothing, on top of the states that `states` gave. Returns the newest arrival number. */
  readonly write: (
    histories: Iterable<RecordHistory>,
    onProgress: (records: number) => void,
    signal: AbortSignal,
  ) => Promise<number>;
}

export interface SessionParts {
  readonly source: ByteSource;
  readonly catalogue: Catalogue;
  readonly workspace: ImportWorkspace;
  readonly find: Lookup['find'];
  readonly actor: Actor;
  /** Epoch ms. */
  readonly now: () => number;
}

/** How a long step tells how far it is, and learns that it shall stop. */
export interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Names asked for at once. */
const valuesAtOnce = 200;
const sampleRows = 100;
/** Longest stretch of work before messages are read, ms. */
const stretch = 40;

/** Ids of the records here that have a key. */
type Ids = ReadonlyMap<string, readonly string[]>;

interface Prepared {
  readonly table: SourceTable;
  readonly mapping: Mapping;
  readonly survey: Survey;
  readonly resolved: Resolved;
  readonly parts: Omit<FileParts, 'rows'>;
}

/** One file on its way in: looked at, surveyed, tried out, written. Runs in a worker. */
export class ImportSession {
  readonly #parts: SessionParts;
  readonly #reader: TableReader;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#reader = new TableReader(parts.source);
  }

  /** @throws ProblemError for a file that is no table. */
  async inspect(form: FileForm): Promise<Inspection> {
    const { rows, ...table } = await this.#reader.open(form);
    const samples = [];
    for (const row of rows()) {
      samples.push(row);
      if (samples.length === sampleRows) break;
    }
    if (samples.length === 0) throw new Refusal([problem('OUT-IMP-008', { file: table.file })]);
    return { ...table, samples };
  }

  /** @throws Refusal where the template does not fit the file. */
  async survey(template: ImportTemplate, watch: Watch): Promise<SurveyReport> {
    const { mapping, survey } = await this.#survey(template, watch);
    const names: Record<string, { named: number; missing: number }> = {};
    for (const { rule } of mapping.columns) {
      if (!rule.reference) continue;
      const wanted = survey.wanted.filter((one) => one.rule === rule.reference);
      const missing = await this.#resolve(
        mapping,
        { ...survey, wanted },
        await this.#idsByKey(mapping, survey),
      );
      names[rule.column] = { named: wanted.length, missing: missing.made.length };
    }
    return { rows: survey.rows, keys: survey.keys.size, values: survey.values, names };
  }

  /** Does everything but write. @throws Refusal where the template does not fit the file. */
  async dryRun(template: ImportTemplate, watch: Watch): Promise<ImportChecked> {
    const prepared = await this.#prepare(template, watch);
    const report = new Report();
    const tallier = this.#tallier(prepared, report);
    const steps = planFile({ ...prepared.parts, rows: prepared.table.rows() });
    let pauseAt = performance.now() + stretch;
    for (const step of steps) {
      tallier.add(step);
      if (performance.now() < pauseAt) continue;
      watch.onProgress({ done: tallier.rows, total: prepared.survey.rows });
      await breathe(watch.signal);
      pauseAt = performance.now() + stretch;
    }
    return { tally: tallier.result(), report: report.file() };
  }

  /** Writes the file, whole or not at all. @throws Refusal for the first line that is refused. */
  async commit(template: ImportTemplate, watch: Watch): Promise<ImportDone> {
    const prepared = await this.#prepare(template, watch);
    const report = new Report();
    const tallier = this.#tallier(prepared, report);
    throwIfRefused(this.#parts.source.name, prepared.resolved.problems);
    const total = prepared.survey.rows;
    const n = await this.#parts.workspace.write(
      this.#histories(prepared, tallier),
      () => watch.onProgress({ done: tallier.rows, total }),
      watch.signal,
    );
    watch.onProgress({ done: total, total });
    return { tally: tallier.result(), report: report.file(), n };
  }

  *#histories(prepared: Prepared, tallier: Tallier): Generator<RecordHistory> {
    yield* prepared.resolved.made;
    for (const step of planFile({ ...prepared.parts, rows: prepared.table.rows() })) {
      tallier.add(step);
      if (isRefused(step)) throwIfRefused(this.#parts.source.name, step.problems);
      else {
        throwIfRefused(this.#parts.source.name, [...step.plan.problems, ...step.decided.problems]);
        if (step.decided.record.intentions.length > 0) yield step.decided.record;
      }
    }
  }

  #tallier({ resolved }: Prepared, report: Report): Tallier {
    const tallier = new Tallier(report);
    const types = resolved.made.map(({ type }) => type);
    tallier.addMade(types, resolved.problems);
    return tallier;
  }

  async #survey(
    template: ImportTemplate,
    watch: Watch,
  ): Promise<{ readonly table: SourceTable; readonly mapping: Mapping; readonly survey: Survey }> {
    const table = await this.#reader.open(template.file);
    const mapping = this.#map(template, table, new ReferenceTable());
    const surveyor = new Surveyor(mapping);
    let pauseAt = performance.now() + stretch;
    for (const row of table.rows()) {
      surveyor.add(row);
      if (performance.now() < pauseAt) continue;
      await breathe(watch.signal);
      pauseAt = performance.now() + stretch;
    }
    return { table, mapping, survey: surveyor.done() };
  }

  async #prepare(template: ImportTemplate, watch: Watch): Promise<Prepared> {
    const { table, mapping: blank, survey } = await this.#survey(template, watch);
    await this.#parts.workspace.begin();
    const ids = await this.#idsByKey(blank, survey);
    const resolved = await this.#resolve(blank, survey, ids);
    const mapping = this.#map(template, table, resolved.references);
    const refused = whyNotImport(mapping, this.#parts.actor);
    if (refused) throw new Refusal([refused]);
    watch.signal.throwIfAborted();
    const states = await this.#statesFor(mapping, survey, ids, table);
    const config = await this.#parts.workspace.config();
    return {
      table,
      mapping,
      survey,
      resolved,
      parts: {
        mapping,
        config,
        lastLines: survey.keys,
        idsOf: (key) => ids.get(key) ?? [],
        stateOf: (id) => states.get(id),
        roles: await watchRoles({ ...this.#parts, mapping, resolved, states, config }),
        mayBeShort: table.kind === 'xlsx',
      },
    };
  }

  #map(template: ImportTemplate, table: SourceTable, references: ReferenceTable): Mapping {
    const { catalogue, source } = this.#parts;
    const mapping = makeMapping({
      template,
      headings: table.headings,
      file: source.name,
      catalogue,
      references,
    });
    if (!mapping.ok) throw new Refusal(mapping.error);
    return mapping.value;
  }

  async #resolve({ type, template }: Mapping, survey: Survey, ids: Ids): Promise<Resolved> {
    const { catalogue, actor, source, workspace } = this.#parts;
    const idOf = (key: string): string =>
      ids.get(key)?.[0] ?? importedId(type.name, template.key?.field ?? '', [key]);
    const resolved = await resolveReferences(survey.wanted, {
      catalogue,
      actor,
      file: source.name,
      config: await workspace.config(),
      lookup: {
        find: (...asked) => this.#find(...asked),
        known: async (asked) => new Set((await workspace.states(asked)).keys()),
      },
      own: (rule, name) => survey.own.keysFor(rule, name).map(idOf),
    });
    return { ...resolved, problems: [...resolved.problems, ...survey.own.loops()] };
  }

  async #find(...[type, column, values, under]: Parameters<Lookup['find']>): ReturnType<Lookup['find']> {
    const found = [];
    for (let from = 0; from < values.length; from += valuesAtOnce) {
      found.push(...(await this.#parts.find(type, column, values.slice(from, from + valuesAtOnce), under)));
    }
    return found;
  }

  async #idsByKey(mapping: Mapping, survey: Survey): Promise<Ids> {
    const { key } = mapping.template;
    const ids = new Map<string, string[]>();
    if (!key) return ids;
    for (const { id, value } of await this.#find(mapping.type.name, key.field, [...survey.keys.keys()])) {
      const list = ids.get(value);
      if (list) list.push(id);
      else ids.set(value, [id]);
    }
    return ids;
  }

  /** States of the records that the file may be about: by their key, or by the id that an earlier run gave them. */
  async #statesFor(
    mapping: Mapping,
    survey: Survey,
    ids: Ids,
    table: SourceTable,
  ): Promise<ReadonlyMap<string, FoldState>> {
    const { key } = mapping.template;
    const { workspace } = this.#parts;
    if (key) {
      const all = [...survey.keys.keys()].map(
        (value) => ids.get(value)?.[0] ?? importedId(mapping.type.name, key.field, [value]),
      );
      return workspace.states(all);
    }
    return workspace.states([...contentIds(mapping, table.rows())]);
  }
}

/** Lets messages in. @throws the signal's reason when it was aborted. */
async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  signal.throwIfAborted();
}

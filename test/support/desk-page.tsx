import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { act, render } from '@testing-library/react';
import { type ReactNode } from 'react';
import { DataProvider, type Data, type QueryResult } from '#renderer/data/data.ts';
import { buildTimeline } from '#renderer/data/timeline.ts';
import { SessionProvider, setCurrentPerson } from '#renderer/session/session.tsx';
import { catalogue } from '#shared/processes/catalogue.ts';
import { columnValues } from '#shared/engine/column-values.ts';
import { meets, resolveConditions } from '#shared/engine/query.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { problem, type Problem } from '#shared/kernel/errors.ts';
import { groupBy as grouped } from '#shared/kernel/group-by.ts';
import type { Command } from '#shared/engine/commands.ts';
import type { Query } from '#shared/definition/query.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { isMarked } from '#shared/definition/marking-field.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import type { Desk } from './desk.ts';

interface FakePage {
  readonly offset: number;
  readonly limit: number;
}

/** The data layer as far as pages use it, over a desk in memory: real engine and columns, no database, no worker. */
class DeskData {
  readonly catalogue = catalogue;
  readonly startupNotices = [];
  readonly zone = 'UTC';
  readonly identity = { replica: 'testreplica', shortCode: 'TEST', madeAt: 0 };
  actor: Actor | undefined;
  readonly drafts: Map<string, unknown>;
  readonly commands: Command[] = [];
  readonly #desk: Desk;
  readonly #listeners = new Set<() => void>();
  readonly #actorListeners = new Set<() => void>();
  readonly #draftsAfter: Promise<void>;

  constructor(desk: Desk, drafts = new Map<string, unknown>(), draftsAfter = Promise.resolve()) {
    this.#desk = desk;
    this.drafts = drafts;
    this.#draftsAfter = draftsAfter;
  }

  get config() {
    return this.#desk.config;
  }
  readonly local = {
    getDraft: async (key: string) => {
      const found = this.drafts.has(key)
        ? { value: this.drafts.get(key), savedAt: this.#desk.now }
        : undefined;
      await this.#draftsAfter;
      return found;
    },
    adoptDraft: () => Promise.resolve(undefined),
    holdDraft: () => undefined,
    saveDraft: (key: string, value: unknown) => Promise.resolve(void this.drafts.set(key, value)),
    discardDraft: (key: string) => Promise.resolve(void this.drafts.delete(key)),
    getPreference: () => Promise.resolve(undefined),
    setPreference: () => Promise.resolve(),
    onPreference: () => () => undefined,
  };

  readonly sync = {
    status: { hubs: [], unsent: { entries: 0, bytes: 0 }, acknowledged: {}, devices: {} },
    onStatus: () => () => undefined,
  };

  setActor(actor: Actor | undefined) {
    if (JSON.stringify(actor) === JSON.stringify(this.actor)) return;
    this.actor = actor;
    for (const listener of this.#actorListeners) listener();
  }
  onActor(listener: () => void) {
    this.#actorListeners.add(listener);
    return () => this.#actorListeners.delete(listener);
  }
  now() {
    return this.#desk.now;
  }
  load(id: string) {
    return Promise.resolve(this.#seen(id));
  }
  loadMany(ids: readonly string[]) {
    return Promise.resolve(ids.flatMap((id) => this.#seen(id) ?? []));
  }
  ids(query: Query, page: FakePage) {
    const found = this.#find(query);
    const ids = found.slice(page.offset, page.offset + page.limit).map(({ id }) => id);
    return Promise.resolve({ total: found.length, ids });
  }
  timeline(id: string) {
    const view = this.#seen(id);
    const type = view && catalogue.type(view.type);
    return Promise.resolve(
      view && type
        ? buildTimeline(
            type,
            view,
            this.#desk.entries.filter(({ record }) => record === id),
          )
        : [],
    );
  }
  labels(ids: readonly string[]) {
    return Promise.resolve(Object.fromEntries(ids.map((id) => [id, this.#name(id).title])));
  }
  names(ids: readonly string[]) {
    return Promise.resolve(Object.fromEntries(ids.map((id) => [id, this.#name(id)])));
  }
  query(query: Query, page: FakePage): Promise<QueryResult> {
    const found = this.#find(query);
    const rows = found.slice(page.offset, page.offset + page.limit).map((view) => {
      const cells = columnValues(this.#desk.type(view.type), view, this.config, this.now());
      const ids = Object.values(cells).filter((cell): cell is string => typeof cell === 'string');
      return {
        id: view.id,
        type: view.type,
        cells,
        labels: Object.fromEntries(ids.map((id) => [id, this.#name(id).title])),
        markings: Object.fromEntries(
          ids.map((id) => [id, this.#name(id).marking]).filter(([, marking]) => marking !== ''),
        ) as Readonly<Record<string, string>>,
      };
    });
    return Promise.resolve({ total: found.length, rows, n: 0 });
  }
  counts(queries: readonly Query[]) {
    return Promise.resolve(queries.map((query) => this.#find(query).length));
  }
  /** Counts by the values of a column, or the sum or mean of all. */
  summary(
    query: Query,
    groupBy: { readonly column: string } | undefined,
    of?: { readonly column: string; readonly by: 'sum' | 'mean' },
  ) {
    const cellOf = (view: RecordView, column: string) =>
      columnValues(this.#desk.type(view.type), view, this.config, this.now())[column] ?? null;
    const found = this.#find(query);
    if (!of) {
      const groups = grouped(found, (view) => (groupBy ? cellOf(view, groupBy.column) : null));
      return Promise.resolve([...groups].map(([key, { length }]) => ({ key, value: length })));
    }
    const values = found.map((view) => cellOf(view, of.column)).filter((cell) => typeof cell === 'number');
    const sum = values.reduce((total, value) => total + value, 0);
    return Promise.resolve([{ key: null, value: of.by === 'sum' ? sum : sum / values.length }]);
  }
  /** Counts of all by a column, hidden ones too. */
  tally({ type, where }: Query, groupBy: string) {
    const declared = this.#desk.type(type);
    const cells = this.#desk.all(type).map((view) => columnValues(declared, view, this.config, this.now()));
    const asker = { actor: this.actor ?? { id: '', roles: [], teams: [] }, now: this.now(), zone: this.zone };
    const found = cells.filter((one) => meets(one, resolveConditions(where, asker)));
    const groups = grouped(found, (one) => String(one[groupBy] ?? ''));
    return Promise.resolve(new Map([...groups].map(([key, { length }]) => [key, length])));
  }
  tellFault(fault: Problem): void {
    throw new Error(fault.message);
  }
  async execute(command: Command) {
    if (!this.actor) return err([problem('OUT-PER-003', { action: 'save a change' })]);
    this.commands.push(command);
    const before = new Set(this.#desk.all(command.kind === 'create' ? command.type : '').map(({ id }) => id));
    const problems = await this.#desk.try(this.actor, command);
    if (problems.length > 0) return err(problems);
    for (const listener of this.#listeners) listener();
    const made =
      command.kind === 'create' ? this.#desk.all(command.type).find(({ id }) => !before.has(id)) : undefined;
    const record = made?.id ?? ('record' in command ? command.record : '');
    return ok({ record, number: this.#desk.view(record).number, entries: [{ record, ref: 'test/1' }] });
  }
  onChange(listener: (change: { n: number; records: readonly string[]; config: boolean }) => void) {
    return this.#listen(() => listener({ n: 0, records: [], config: false }));
  }
  onIndexed(listener: () => void) {
    return this.#listen(listener);
  }
  onConfig() {
    return () => undefined;
  }

  #listen(listener: () => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  #seen(id: string): RecordView | undefined {
    const view = this.#desk.has(id) ? this.#desk.view(id) : undefined;
    const actor = this.actor ?? { id: '', roles: [], teams: [] };
    return view && this.#desk.type(view.type).see.allows(actor, view) ? view : undefined;
  }
  #name(id: string): { readonly title: string; readonly marking: string } {
    if (!this.#desk.has(id)) return { title: id, marking: '' };
    const view = this.#desk.view(id);
    const type = this.#desk.type(view.type);
    const title = textOf(view, type.views.title) || view.number;
    return { title, marking: isMarked(type) ? textOf(view, 'marking') : '' };
  }
  #find({ type, where }: Query): readonly RecordView[] {
    const declared = this.#desk.type(type);
    const actor = this.actor ?? { id: '', roles: [], teams: [] };
    const conditions = [...where, ...(declared.visible?.(actor) ?? [])];
    const plain = resolveConditions(conditions, { actor, now: this.now(), zone: this.zone });
    return this.#desk
      .all(type)
      .filter((view) => meets(columnValues(declared, view, this.config, this.now()), plain));
  }
}

export interface DeskPage {
  readonly data: DeskData;
  /** Address that the page went to last. */
  readonly address: () => string;
}

/**
 * Shows something as a person at the desk sees it, and waits until what it asked for is there.
 * @param drafts what a page before this one had kept. @param draftsAfter until then they are on their way.
 */
export async function showAtDesk(
  desk: Desk,
  person: Actor,
  Content: () => ReactNode,
  drafts?: Map<string, unknown>,
  draftsAfter?: Promise<void>,
  parts: object = {},
): Promise<DeskPage> {
  const data = Object.assign(new DeskData(desk, drafts, draftsAfter), parts);
  data.setActor(person);
  // The router scrolls to the top of a new page, which jsdom cannot.
  window.scrollTo = () => undefined;
  setCurrentPerson(person.id);
  const root = createRootRoute();
  const home = createRoute({ getParentRoute: () => root, path: '/', component: Content });
  const other = createRoute({ getParentRoute: () => root, path: '$', component: () => null });
  const history = createMemoryHistory({ initialEntries: ['/'] });
  const router = createRouter({ routeTree: root.addChildren([home, other]), history });
  await router.load();
  render(
    <DataProvider value={data as unknown as Data}>
      <SessionProvider>
        <RouterProvider router={router} />
      </SessionProvider>
    </DataProvider>,
  );
  await settle();
  return { data, address: () => history.location.href };
}

/** Lets answers that are on their way arrive. */
export async function settle(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
}

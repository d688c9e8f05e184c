import { setImmediate } from 'node:timers/promises';
import { refOf } from '#shared/changelog/fold.ts';
import type { EntryRef } from '#shared/kernel/ids.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import type { Heard, Verdict } from '#shared/rulings/heard.ts';
import { isFact, Judge } from '#shared/rulings/judge.ts';
import type { Hub } from '../../hub/hub.ts';
import { readEpoch } from '../../hub/identity.ts';
import type { Shelves } from '../../storage/storage.ts';
import type { FindingRow, RulingProgressRow } from '../../storage/tables.ts';
import { Docket, refOfRow, toldBy } from './docket.ts';
import { HeldEntries } from './held-entries.ts';
import { indexRuns } from './index-runs.ts';
import { Overtaken, sameProgress } from './overtaken.ts';
import { publish, type Saying } from './publish.ts';
import { Revision } from './revision.ts';
import { isEndKnown, listRulingLog, logsLeft, rulingLogFor } from './ruling-log.ts';

/** Runs, and about so many entries, that are judged in one transaction. */
const [mostRuns, mostEntries] = [50, 2000];
/** Entries after which others get a turn. */
const betweenTurns = 50;

interface State {
  readonly epoch: string;
  readonly docket: Docket;
  readonly held: HeldEntries;
  readonly judge: Judge;
  readonly actors: Set<string>;
  progress: RulingProgressRow;
}

/** Judges what came in one workspace, in order of arrival, and tells what it found in the hub's own log. */
export class WorkspaceRulings {
  readonly #hub: Hub;
  readonly #workspace: string;
  #state: State | undefined;
  #count = 0;

  constructor(hub: Hub, workspace: string) {
    this.#hub = hub;
    this.#workspace = workspace;
  }

  /** Some of what is to be done, all or nothing. @returns whether there is more. */
  async step(): Promise<boolean> {
    try {
      const state = await this.#ready();
      return await this.#judgeSome(state);
    } catch (error) {
      this.#state = undefined;
      if (error instanceof Overtaken) return true;
      throw error;
    }
  }

  async #ready(): Promise<State> {
    const { storage } = this.#hub;
    const workspace = this.#workspace;
    const epoch = await readEpoch(storage.settings);
    const known = await storage.rulings.progress(workspace);
    let state = this.#state;
    if (!state || state.epoch !== epoch || !sameProgress(known, state.progress)) {
      const progress = known ?? { workspace, indexed: 0, judged: 0, log: '', logSeq: 0, logHead: '' };
      const docket = new Docket(await storage.rulings.findings(workspace), progress);
      const held = new HeldEntries(storage, workspace, docket);
      const actors = new Set(await storage.rulings.actors(workspace));
      state = { epoch, docket, held, judge: new Judge(catalogue, held), actors, progress };
      this.#state = state;
    }
    state.progress = await indexRuns(storage, state.progress, state.actors);
    state.held.refresh();
    return state;
  }

  async #judgeSome(state: State): Promise<boolean> {
    const { docket, held, judge, actors, progress } = state;
    // Until the unit is here it is not known whose rights these are.
    if ((await held.records('unit')).length === 0) return false;
    const runs = await this.#next(progress.judged);
    const isOwing = docket.rows.some((row) => row.finding !== 'aside' && toldBy(row).length > 0);
    if (runs.length === 0 && !isOwing) return false;
    const left = await logsLeft(this.#hub.storage.settings);
    const revision = new Revision(held, docket, actors);
    for (const arrival of runs) {
      for (const heard of (await held.runs([arrival])).flat()) {
        if (isFact(heard.entry)) judge.forget(heard.entry);
        await this.#take(state, heard, revision);
        this.#learn(docket, heard, left);
        await revision.touch(heard);
      }
    }
    const upTo = runs.at(-1) ?? progress.judged;
    for (;;) {
      const again = await revision.take(upTo);
      if (again.length === 0) break;
      for (const heard of again) await this.#take(state, heard, revision);
    }
    docket.pass(upTo);
    await this.#write(state, upTo, left);
    return runs.length > 0;
  }

  async #next(judged: number): Promise<readonly number[]> {
    const runs = await this.#hub.storage.logs.after(this.#workspace, judged, mostRuns);
    let entries = 0;
    const some = runs.filter(({ first, last }) => {
      entries += last - first + 1;
      return entries <= mostEntries;
    });
    return (some.length > 0 ? some : runs.slice(0, 1)).map(({ arrival }) => arrival);
  }

  async #take({ docket, judge }: State, heard: Heard, revision: Revision): Promise<void> {
    this.#count += 1;
    if (this.#count % betweenTurns === 0) await setImmediate();
    const ref = refOf(heard.entry);
    const isNew = docket.isOpen(ref);
    const before = docket.row(ref);
    const verdict = await judge.judge(heard);
    docket.close(ref);
    const hasTurned = (before?.finding === 'aside') !== (verdict.verdict === 'aside');
    if (before || verdict.verdict !== 'stands') docket.put(this.#rowOf(heard, verdict, before));
    if ((hasTurned || isNew) && isFact(heard.entry)) judge.forget(heard.entry);
    if (!hasTurned) return;
    await revision.turn(heard);
    await revision.touch(heard);
  }

  #rowOf({ entry }: Heard, verdict: Verdict, before: FindingRow | undefined): FindingRow {
    const { replica, seq, record, type, actor } = entry;
    const isAside = verdict.verdict === 'aside';
    return {
      workspace: this.#workspace,
      replica,
      seq,
      record,
      type,
      actor,
      finding: verdict.verdict,
      code: isAside ? verdict.code : (before?.code ?? ''),
      reason: isAside ? verdict.reason : (before?.reason ?? ''),
      told: before?.told ?? '[]',
    };
  }

  /** What this hub told before it was restored comes back from others. */
  #learn(docket: Docket, { entry }: Heard, left: ReadonlyMap<string, number>): void {
    const { body, replica, record, type } = entry;
    if (body.kind !== 'rule' || !left.has(replica)) return;
    for (const ref of body.entries) {
      const known = docket.row(ref) ?? emptyRow(this.#workspace, ref, { record, type });
      const others = toldBy(known).filter((log) => log !== replica);
      const told = body.verdict === 'aside' ? [...others, replica] : others;
      docket.put({
        ...known,
        told: JSON.stringify(told),
        code: known.code || body.code,
        reason: known.reason || body.reason,
      });
    }
  }

  async #write(state: State, judged: number, left: ReadonlyMap<string, number>): Promise<void> {
    const { storage } = this.#hub;
    const progress = await storage.inTransaction((shelves) =>
      rulingLogFor(shelves, this.#hub, { ...state.progress, judged }),
    );
    const sayings = await this.#sayings(state, progress, left);
    const hasNews = judged !== state.progress.judged || sayings.length > 0;
    if (!hasNews) return;
    const counters = new Map<string, number>();
    for (const { row } of sayings) {
      const all = await state.held.entries(row.record);
      counters.set(row.record, Math.max(0, ...all.map(({ entry }) => entry.stamp.counter)));
    }
    for (const saying of sayings) state.docket.put(afterSaying(state.docket, saying));
    const work = async (shelves: Shelves): Promise<RulingProgressRow> => {
      const isSame = sameProgress(await shelves.rulings.progress(this.#workspace), state.progress);
      if (!isSame || (await readEpoch(shelves.settings)) !== state.epoch) throw new Overtaken();
      const { kept, gone } = state.docket.takeChanges();
      await shelves.rulings.put(kept);
      await shelves.rulings.remove(gone);
      if (sayings.length > 0) await listRulingLog(shelves, this.#hub, progress);
      const ends = await publish(shelves, this.#hub, this.#workspace, sayings, counters);
      const end = ends.get(progress.log);
      const next = end ? { ...progress, logSeq: end.seq, logHead: end.hash } : progress;
      await shelves.rulings.keep(next);
      return next;
    };
    state.progress = await (sayings.length > 0
      ? storage.inWorkspace(this.#workspace, work)
      : storage.inTransaction(work));
    for (const { verdict } of sayings) this.#hub.metrics.rulings.inc({ verdict });
  }

  /** What is to be told now: what was set aside, and what this hub had set aside and does not any more. */
  async #sayings(
    { docket }: State,
    { log }: RulingProgressRow,
    left: ReadonlyMap<string, number>,
  ): Promise<readonly Saying[]> {
    const sayings: Saying[] = [];
    const known = new Map<string, boolean>([[log, true]]);
    for (const row of docket.rows) {
      const told = toldBy(row);
      if (row.finding === 'aside' && told.length === 0) sayings.push({ row, log, verdict: 'aside' });
      if (row.finding === 'aside') continue;
      for (const where of told) {
        const leftAt = left.get(where) ?? 0;
        const mayGoOn =
          known.get(where) ?? (await isEndKnown(this.#hub.storage, this.#workspace, where, leftAt));
        known.set(where, mayGoOn);
        if (mayGoOn) sayings.push({ row, log: where, verdict: 'stands' });
      }
    }
    return sayings;
  }
}

function afterSaying(docket: Docket, { row, log, verdict }: Saying): FindingRow {
  const now = docket.row(refOfRow(row)) ?? row;
  const others = toldBy(now).filter((one) => one !== log);
  return { ...now, told: JSON.stringify(verdict === 'aside' ? [...others, log] : others) };
}

function emptyRow(workspace: string, ref: EntryRef, about: Pick<FindingRow, 'record' | 'type'>): FindingRow {
  const at = ref.lastIndexOf(':');
  const [replica, seq] = [ref.slice(0, at), Number(ref.slice(at + 1))];
  return {
    workspace,
    replica,
    seq,
    ...about,
    actor: '',
    finding: 'stands',
    code: '',
    reason: '',
    told: '[]',
  };
}

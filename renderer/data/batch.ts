import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { listOf, textOf } from '#shared/definition/record.ts';
import type { Head } from '#shared/changelog/chain.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import type { Command } from '#shared/engine/commands.ts';
import { execute, type RecordSource } from '#shared/engine/execute.ts';
import { shapeOf } from '#shared/engine/shape.ts';
import { ProblemError } from '#shared/kernel/errors.ts';
import { formatNumber, newRecordId } from '#shared/kernel/ids.ts';
import { ConfigCache } from './config-cache.ts';
import { Counters } from './counters.ts';
import type { OutpostDatabase, RecordRow } from './database.ts';
import type { Identity } from './identity.ts';
import { readEndWithin, toLogRow } from './log.ts';
import { openStrict } from './transaction.ts';

/** A command of a prepared history (seeds, the demo unit): who gives it and when. */
export interface ScriptedCommand {
  readonly command: Command;
  readonly actor: Actor;
  /** Epoch ms. */
  readonly at: number;
}

const entriesInRow = 400;
const commandsBetweenTurns = 50;

/** Records made by a script, in memory until the script is written. */
class ScriptSource implements RecordSource {
  readonly states = new Map<string, FoldState>();
  readonly #entries = new Map<string, Entry[]>();
  readonly #catalogue: Catalogue;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  take(states: readonly FoldState[], entries: readonly Entry[]): void {
    for (const state of states) this.states.set(state.id, state);
    for (const entry of entries) {
      const list = this.#entries.get(entry.record);
      if (list) list.push(entry);
      else this.#entries.set(entry.record, [entry]);
    }
  }

  load = (id: string): Promise<FoldState | undefined> => Promise.resolve(this.states.get(id));

  entries = (id: string): Promise<readonly Entry[]> => Promise.resolve(this.#entries.get(id) ?? []);

  pointingAt = (type: string, by: string, id: string): Promise<readonly string[]> => {
    const declared = this.#catalogue.type(type);
    const ids = [...this.states.values()].flatMap((state) => {
      if (!declared || state.type !== type) return [];
      const view = projectRecord(state, shapeOf(declared));
      return view && (textOf(view, by) === id || listOf(view, by).includes(id)) ? [state.id] : [];
    });
    return Promise.resolve(ids);
  };
}

/**
 * Runs a script through the engine into an empty workspace and writes all of it in one transaction.
 * Records of the script may name only records of the script. Returns the arrival number of the last entry.
 * @throws ProblemError when a command of the script is refused: nothing is written then.
 */
export async function runScript(
  parts: { readonly database: OutpostDatabase; readonly catalogue: Catalogue; readonly identity: Identity },
  script: readonly ScriptedCommand[],
  onProgress?: (share: number) => void,
): Promise<number> {
  const { database, catalogue, identity } = parts;
  const source = new ScriptSource(catalogue);
  const config = new ConfigCache(catalogue);
  const transactionEnd = await endOf(database, identity.replica);
  const numbers = new Counters(database, transactionEnd.counters).begin();
  const entries: Entry[] = [];
  let { head } = transactionEnd;
  for (const [index, { command, actor, at }] of script.entries()) {
    const result = await execute(command, {
      catalogue,
      source,
      config: config.current,
      actor,
      now: at,
      replica: identity.replica,
      head,
      newId: newRecordId,
      nextNumber: (prefix) => formatNumber(prefix, identity.shortCode, numbers.next(prefix)),
    });
    if (!result.ok) throw new ProblemError(result.error[0] ?? unknownRefusal(index));
    ({ head } = result.value);
    source.take(result.value.states, result.value.entries);
    config.take(result.value.states);
    entries.push(...result.value.entries);
    if (index % commandsBetweenTurns === 0) {
      onProgress?.(index / script.length);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }
  await writeScript(database, catalogue, entries, source.states, head, transactionEnd.n, numbers.changed());
  return transactionEnd.n + entries.length;
}

function unknownRefusal(index: number): never {
  throw new Error(`Command ${index} of the script was refused without a reason.`);
}

function endOf(database: OutpostDatabase, replica: string) {
  return readEndWithin(database.backendDB().transaction(['log', 'meta'], 'readonly'), replica);
}

function writeScript(
  database: OutpostDatabase,
  catalogue: Catalogue,
  entries: readonly Entry[],
  states: ReadonlyMap<string, FoldState>,
  head: Head,
  end: number,
  counters: readonly { readonly key: string; readonly value: number }[],
): Promise<void> {
  const places = new Map<string, { n: number; places: number[] }>();
  const transaction = openStrict(database, ['log', 'records', 'meta']);
  for (let from = 0; from < entries.length; from += entriesInRow) {
    const piece = entries.slice(from, from + entriesInRow);
    const next = entries[from + entriesInRow];
    const first = end + from + 1;
    const last = piece.at(-1);
    const pieceHead = next && last ? { seq: last.seq, hash: next.prev } : head;
    transaction.objectStore('log').add(toLogRow(first, piece, pieceHead));
    piece.forEach((entry, index) => {
      const place = places.get(entry.record) ?? { n: 0, places: [] };
      place.n = first + index;
      if (place.places.at(-1) !== first) place.places.push(first);
      places.set(entry.record, place);
    });
  }
  for (const state of states.values()) {
    const place = places.get(state.id);
    if (!place) continue;
    const config = catalogue.type(state.type)?.config ? { config: state.type } : {};
    const row: RecordRow = { id: state.id, type: state.type, ...place, ...config, state };
    transaction.objectStore('records').put(row);
  }
  for (const counter of counters) transaction.objectStore('meta').put(counter);
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The transaction was aborted.'));
    transaction.commit();
  });
}

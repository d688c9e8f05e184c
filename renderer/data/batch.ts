import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { hashEntry } from '#shared/changelog/codec.ts';
import type { Command } from '#shared/engine/commands.ts';
import type { RecordSource } from '#shared/engine/environment.ts';
import { execute } from '#shared/engine/execute.ts';
import { ProblemError } from '#shared/kernel/errors.ts';
import { formatNumber, newRecordId } from '#shared/kernel/ids.ts';
import { makeVouch } from '#shared/trust/vouch.ts';
import { ConfigCache } from './config-cache.ts';
import { Counters, type CounterRow } from './counters.ts';
import type { OutpostDatabase } from './database.ts';
import { readEnd, toLogRow } from './log.ts';
import { recordRow } from './record-rows.ts';
import { ScriptSource } from './script-source.ts';
import { isOvertaken } from './storage-problem.ts';
import { writeAtOnce } from './transaction.ts';
import { vouchedBy } from './vault/vouched-by.ts';

/** A command of a prepared history (seeds, the demo unit): who gives it and when. */
export interface ScriptedCommand {
  readonly command: Command;
  readonly actor: Actor;
  /** Epoch ms. */
  readonly at: number;
}

/** Somebody whom a script makes an account for, and who vouches for this device before all else. */
export interface Founder {
  /** Record ids. */
  readonly person: string;
  readonly account: string;
  /** What they vouch with: Ed25519, 32 bytes. */
  readonly secret: Uint8Array;
}

export interface ScriptOptions {
  readonly founders?: readonly Founder[];
  readonly onProgress?: (share: number) => void;
}

export interface ScriptParts {
  readonly database: OutpostDatabase;
  readonly catalogue: Catalogue;
  /** What points at a record in the database. */
  readonly pointingAt: RecordSource['pointingAt'];
}

const entriesInRow = 400;
const commandsBetweenTurns = 50;

/**
 * Runs a script through the engine and writes all of it in one transaction. Where another window wrote meanwhile, the script
 * is run again on what that window wrote. Returns the arrival number of the last entry.
 * @throws ProblemError when a command of the script is refused: nothing is written then.
 */
export async function runScript(
  parts: ScriptParts,
  script: readonly ScriptedCommand[],
  options: ScriptOptions = {},
): Promise<number> {
  for (;;) {
    try {
      return await attempt(parts, script, options);
    } catch (error) {
      if (!isOvertaken(error)) throw error;
    }
  }
}

async function attempt(
  { database, catalogue, pointingAt }: ScriptParts,
  script: readonly ScriptedCommand[],
  { founders = [], onProgress }: ScriptOptions,
): Promise<number> {
  // Read first: what another window writes from here on takes the numbers that this script writes under.
  const end = await readEnd(database);
  const { identity } = end;
  const source = new ScriptSource(database, catalogue, pointingAt);
  const config = new ConfigCache(catalogue);
  config.take((await database.records.orderBy('config').toArray()).map((row) => row.state));
  const numbers = new Counters(end.counters).begin();
  const { replica } = identity;
  const sayings = founders.map((founder) => ({
    ...founder,
    body: makeVouch(founder.secret, { ...founder, replica }),
  }));
  const now = script[0]?.at ?? 0;
  const vouched = await vouchedBy(sayings, source, { replica, head: end.head, now });
  source.take(vouched.states, vouched.entries);
  const entries: Entry[] = [...vouched.entries];
  let { head } = vouched;
  for (const [index, { command, actor, at }] of script.entries()) {
    const result = await execute(command, {
      catalogue,
      source,
      config: config.current,
      actor,
      now: at,
      replica,
      head,
      newId: newRecordId,
      nextNumber: (prefix) => formatNumber(prefix, identity.shortCode, numbers.next(prefix)),
    });
    if (!result.ok) throw refusalOf(result.error, index);
    ({ head } = result.value);
    source.take(result.value.states, result.value.entries);
    config.take(result.value.states);
    entries.push(...result.value.entries);
    if (index % commandsBetweenTurns === 0) {
      onProgress?.(index / script.length);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }
  if (entries.length > 0) await write(database, catalogue, source, entries, end.n, numbers.changed());
  return end.n + entries.length;
}

function refusalOf(
  [problem]: readonly ConstructorParameters<typeof ProblemError>[0][],
  index: number,
): Error {
  return problem
    ? new ProblemError(problem)
    : new Error(`Command ${index} of the script was refused without a reason.`);
}

async function write(
  database: OutpostDatabase,
  catalogue: Catalogue,
  source: ScriptSource,
  entries: readonly Entry[],
  end: number,
  counters: readonly CounterRow[],
): Promise<void> {
  const at = new Map<string, { n: number; places: number[] }>();
  const logRows = chunks(entries, entriesInRow).map((piece, index) => {
    const first = end + index * entriesInRow + 1;
    for (const [offset, { record }] of piece.entries()) {
      const known = at.get(record) ?? { n: 0, places: [...(source.rows.get(record)?.places ?? [])] };
      known.n = first + offset;
      if (known.places.at(-1) !== first) known.places.push(first);
      at.set(record, known);
    }
    const last = piece.at(-1) as Entry;
    return toLogRow(first, piece, { seq: last.seq, hash: hashEntry(last) });
  });
  await writeAtOnce(database, ['log', 'records', 'meta'], (store) => {
    for (const row of logRows) store('log').add(row);
    for (const state of source.states.values()) {
      const place = at.get(state.id);
      if (place) store('records').put(recordRow(catalogue, state, place));
    }
    for (const counter of counters) store('meta').put(counter);
  });
}

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

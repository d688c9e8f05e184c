import { TextBlockError } from './byte-io.ts';
import {
  BLOCK_DOCUMENTS,
  decodeSlots,
  decodeSummary,
  decodeLists,
  decodeWords,
  BLOCK_WORDS,
  parseKey,
  SUMMARY_KEY,
  type Block,
  type Summary,
} from './block-codec.ts';
import { BlockLedger, blocksFor } from './block-ledger.ts';
import { FieldTable } from './field-table.ts';
import { ListCollector } from './list-collector.ts';
import { FIELD_SPAN, lowerBound } from './postings.ts';
import { addTerm, type TextState } from './text-state.ts';

export interface LoadOptions {
  /** Awaited between stretches of work; by default a turn of the event loop. */
  readonly pause?: () => Promise<void>;
  /** Milliseconds of work between two pauses; 20 by default. */
  readonly stretch?: number;
}

const STRETCH = 20;
const TERMS_AT_ONCE = 4096;

// Not a timer: those wait four milliseconds and more when one follows the other.
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

class Pacer {
  readonly #pause: () => Promise<void>;
  readonly #stretch: number;
  #since = performance.now();

  constructor({ pause = turn, stretch = STRETCH }: LoadOptions) {
    this.#pause = pause;
    this.#stretch = stretch;
  }

  async rest(): Promise<void> {
    if (performance.now() - this.#since < this.#stretch) return;
    await this.#pause();
    this.#since = performance.now();
  }
}

function takeSlots(state: TextState, key: string, block: number, bytes: Uint8Array): void {
  if (state.documents.count !== block * BLOCK_DOCUMENTS)
    throw new TextBlockError(key, 'a block before it is missing');
  for (const slot of decodeSlots(key, bytes)) state.documents.append(slot);
}

function takeWords(state: TextState, key: string, block: number, bytes: Uint8Array): void {
  if (state.dictionary.size !== block * BLOCK_WORDS)
    throw new TextBlockError(key, 'a block before it is missing');
  for (const term of decodeWords(key, bytes)) addTerm(state, term);
}

function takeLists(collector: ListCollector, key: string, block: number, bytes: Uint8Array): void {
  if (block !== collector.blocks) throw new TextBlockError(key, 'a block before it is missing');
  decodeLists(key, block, bytes, collector);
}

/** Fills an empty state from blocks in ascending order of their keys. */
export async function loadBlocks(
  blocks: AsyncIterable<Block>,
  state: TextState,
  options: LoadOptions,
): Promise<TextState> {
  const pacer = new Pacer(options);
  let collector: ListCollector | undefined;
  let summary: Summary | undefined;
  let last = '';
  for await (const { key, bytes } of blocks) {
    if (key <= last) throw new TextBlockError(key, 'the blocks are not in the order of their keys');
    last = key;
    if (key === SUMMARY_KEY) {
      summary = decodeSummary(bytes);
    } else {
      const { kind, block } = parseKey(key);
      if (kind === 'words') takeWords(state, key, block, bytes);
      else if (kind === 'slots') takeSlots(state, key, block, bytes);
      // All words are there by now: the keys say so.
      else takeLists((collector ??= new ListCollector(state.dictionary.size)), key, block, bytes);
    }
    await pacer.rest();
  }
  if (summary === undefined) {
    if (last !== '') throw new TextBlockError(SUMMARY_KEY, 'it is missing');
    return state;
  }
  const { documents, dictionary } = state;
  if (
    documents.count !== summary.documents ||
    dictionary.size !== summary.words ||
    (collector?.blocks ?? 0) !== blocksFor(summary.documents)
  ) {
    throw new TextBlockError(SUMMARY_KEY, 'it counts other records or words than the blocks hold');
  }
  state.fields = new FieldTable(summary.fields);
  state.ledger = new BlockLedger(summary.documents, summary.words);
  if (collector !== undefined) await importLists(state, await gathered(collector, pacer), pacer);
  return state;
}

async function gathered(collector: ListCollector, pacer: Pacer): Promise<number[][]> {
  const filling = collector.fill();
  for (;;) {
    const step = filling.next();
    if (step.done === true) return step.value;
    await pacer.rest();
  }
}

async function importLists(state: TextState, lists: readonly number[][], pacer: Pacer): Promise<void> {
  const documents = state.documents.count;
  const openFrom = (documents - (documents % BLOCK_DOCUMENTS)) * FIELD_SPAN;
  const { terms } = state.dictionary;
  for (let from = 0; from < lists.length; from += TERMS_AT_ONCE) {
    const batch = lists.slice(from, from + TERMS_AT_ONCE).map((list, at): [string, number[]] => {
      const term = from + at;
      state.size += list.length;
      if ((list.at(-1) ?? -1) >= openFrom) state.ledger.open(term, list.slice(lowerBound(list, openFrom)));
      return [terms[term] as string, list];
    });
    state.postings.import(batch);
    await pacer.rest();
  }
}

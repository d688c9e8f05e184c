import type { TextField } from '#renderer/data/index/text/text-index.ts';

/** One made-up incident: number, title, description, requester and host, about 60 words. */
export interface CorpusRecord {
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly requester: string;
  readonly host: string;
}

const COMMON = (
  'the to and of a is in on not user for with it from after cannot has was no this that at error when since ' +
  'network printer email password server account laptop access please restarted login screen message system ' +
  'file share outlook vpn reset locked update software phone request install connection slow failed service ' +
  'permission folder drive monitor keyboard router switch firewall certificate expired domain profile backup ' +
  'database application browser session timeout license replaced shipped station radio satellite terminal cable'
).split(' ');
const ONSETS = [
  'b',
  'br',
  'c',
  'ch',
  'cl',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'j',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'qu',
  'r',
  's',
  'sh',
  'st',
  't',
  'th',
  'tr',
  'v',
  'w',
];
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'io', 'ou'];
const CODAS = ['', '', 'l', 'n', 'm', 'r', 's', 't', 'ck', 'ng', 'nd', 'st'];
const VOCABULARY = 60_000;
const ZIPF_EXPONENT = 1.05;

/** Mulberry32: the same seed gives the same corpus on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Records by number, words drawn by Zipf's law; any record can be made alone. */
export class TextCorpus {
  readonly #words: string[];
  readonly #cumulative: Float64Array;
  readonly #people: string[];
  readonly #seed: number;

  constructor(seed = 7) {
    this.#seed = seed;
    const random = randomFrom(seed);
    const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
    const syllable = (): string => pick(ONSETS) + pick(NUCLEI) + pick(CODAS);
    const words = new Set(COMMON);
    while (words.size < VOCABULARY)
      words.add(Array.from({ length: 1 + Math.ceil(random() * 3) }, syllable).join(''));
    this.#words = [...words];
    this.#cumulative = new Float64Array(VOCABULARY);
    let sum = 0;
    for (let rank = 0; rank < VOCABULARY; rank += 1)
      this.#cumulative[rank] = sum += 1 / (rank + 1) ** ZIPF_EXPONENT;
    const name = (): string => {
      const word = syllable() + syllable();
      return word.charAt(0).toUpperCase() + word.slice(1);
    };
    this.#people = Array.from({ length: 3_000 }, () => `${name()} ${name()}`);
  }

  record(index: number): CorpusRecord {
    const random = randomFrom(this.#seed * 1_000_003 + index);
    const whole = (below: number): number => Math.floor(random() * below);
    const words = (count: number): string[] => Array.from({ length: count }, () => this.#word(random));
    const person = this.#people[whole(this.#people.length)] ?? '';
    const description = words(38 + whole(18));
    if (index % 3 === 0) description.push(`0x8007${String(whole(9000) + 1000)}`);
    if (index % 4 === 0)
      description.push(`10.${String(whole(8))}.${String(whole(256))}.${String(whole(256))}`);
    if (index % 10 === 0) description.push(`${person.toLowerCase().replace(' ', '.')}@unit.example`);
    return {
      number: `INC-7K-${String(index + 1).padStart(6, '0')}`,
      title: words(6 + whole(4)).join(' '),
      description: `${description.join(' ')}.`,
      requester: person,
      host: `ws-${String(whole(4000)).padStart(4, '0')}.unit.example`,
    };
  }

  fields(index: number): TextField[] {
    const record = this.record(index);
    return [
      { name: 'number', text: record.number, boost: 8 },
      { name: 'title', text: record.title, boost: 4 },
      { name: 'description', text: record.description, boost: 1 },
      { name: 'requester', text: record.requester, boost: 2 },
      { name: 'host', text: record.host, boost: 2 },
    ];
  }

  #word(random: () => number): string {
    const target = random() * (this.#cumulative[VOCABULARY - 1] ?? 0);
    let low = 0;
    let high = VOCABULARY - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#cumulative[middle] ?? 0) < target) low = middle + 1;
      else high = middle;
    }
    return this.#words[low] ?? '';
  }
}

export interface Workload {
  readonly name: string;
  readonly queries: readonly string[];
}

const keystrokes = (text: string): string[] =>
  Array.from({ length: text.length }, (_, typed) => text.slice(0, typed + 1));

/** Queries over the first `records` records: what people type, each keystroke a query. */
export function workloads(corpus: TextCorpus, records: number): Workload[] {
  const random = randomFrom(99);
  const some = (count: number): CorpusRecord[] =>
    Array.from({ length: count }, () => corpus.record(Math.floor(random() * records)));
  const wordsOf = (record: CorpusRecord, count: number): string => {
    const words = `${record.title} ${record.description}`
      .split(/[ .]+/)
      .filter((word) => /^[a-z]{3,}$/.test(word));
    return Array.from({ length: count }, () => words[Math.floor(random() * words.length)] ?? 'printer').join(
      ' ',
    );
  };
  return [
    { name: 'two whole words', queries: some(30).map((record) => wordsOf(record, 2)) },
    {
      name: 'as you type, one to three words',
      queries: some(6).flatMap((record, at) => keystrokes(wordsOf(record, 1 + (at % 3)))),
    },
    {
      name: 'as you type, a record number',
      queries: some(2).flatMap((record) => keystrokes(record.number)),
    },
    { name: 'one letter', queries: Array.from('aceimprst047') },
  ];
}

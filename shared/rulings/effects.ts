import type { Catalogue } from '../definition/catalogue.ts';
import type { Touch } from '../definition/lifecycle.ts';
import type { RecordType } from '../definition/record-type.ts';
import type { Entry } from '../changelog/entry.ts';
import { refOf } from '../changelog/fold.ts';
import { own } from '../kernel/own.ts';
import { textsOf } from './facts.ts';
import type { JudgeSource } from './heard.ts';
import { oneAsWritten } from './redacted.ts';

/** Effects change nothing of these, whatever a declaration says. */
const neverTouched: readonly string[] = ['person', 'account', 'assignment', 'unit'];
/** Entries of a log looked at together, at first and at most, and altogether. */
const [atFirst, atOnce, most] = [4, 100, 50_000];

/** Tells effects from what people did themselves. */
export class Effects {
  readonly #catalogue: Catalogue;
  readonly #source: JudgeSource;
  /** The effect that was found last: a run of thousands is judged one after the other, and its cause is looked for once. */
  #last: { readonly effect: Entry; readonly cause: Entry } | undefined;

  constructor(catalogue: Catalogue, source: JudgeSource) {
    this.#catalogue = catalogue;
    this.#source = source;
  }

  /**
   * Is the entry one that the engine wrote as an effect? It follows, in one go of the same person at the same instant, an act or a making that
   * stands and whose declaration may touch it. Effects are not asked for permission: what caused them was.
   */
  async isEffect(entry: Entry): Promise<boolean> {
    if (neverTouched.includes(entry.type)) return false;
    const cause = await this.#causeOf(entry);
    if (cause) this.#last = { effect: entry, cause };
    return cause !== undefined;
  }

  async #causeOf(entry: Entry): Promise<Entry | undefined> {
    const made: string[] = [];
    let size = atFirst;
    for (let seq = entry.seq; seq > 1 && entry.seq - seq < most; size = Math.min(size * 5, atOnce)) {
      const before = await this.#source.before(entry.replica, seq, size);
      for (const found of before.toReversed()) {
        const { entry: other } = await oneAsWritten(found, this.#source);
        if (other.actor !== entry.actor || other.stamp.wall !== entry.stamp.wall) return undefined;
        const known = this.#last && refOf(this.#last.effect) === refOf(other) ? this.#last.cause : undefined;
        const cause = [other, known].find((one) => one && this.#isCause(one, entry, made));
        if (cause) return cause;
      }
      const first = before[0]?.entry.seq;
      if (first === undefined || first >= seq) return undefined;
      seq = first;
    }
    return undefined;
  }

  #isCause(other: Entry, entry: Entry, made: string[]): boolean {
    if (this.#source.finding(refOf(other)) !== 'stands') return false;
    if (other.body.kind === 'create') made.push(other.record);
    return mayTouch(other, entry, this.#catalogue, made);
  }
}

function mayTouch(cause: Entry, entry: Entry, catalogue: Catalogue, made: readonly string[]): boolean {
  const type = catalogue.type(cause.type);
  const touches = type && touchesOf(cause, type);
  if (!type || !touches) return false;
  if (entry.body.kind === 'create') return textsOf(entry).includes(cause.record);
  if (entry.record === cause.record || made.includes(entry.record)) return true;
  return touches.some((touch) => typesOf(touch, type).includes(entry.type));
}

/** What the declared effects of an act or a making look at; undefined where it has none. */
function touchesOf({ body }: Entry, type: RecordType): readonly Touch[] | undefined {
  if (body.kind === 'create') return type.onCreate?.effects && Object.values(type.onCreate.touches ?? {});
  if (body.kind !== 'act') return undefined;
  const causing = type.lifecycle.transitions.filter(
    ({ action, effects }) => action === body.action && effects !== undefined,
  );
  return causing.length === 0 ? undefined : causing.flatMap(({ touches = {} }) => Object.values(touches));
}

function typesOf(touch: Touch, type: RecordType): readonly string[] {
  if ('type' in touch) return [touch.type];
  const field = own(type.fields, touch.field);
  return field?.kind === 'reference' || field?.kind === 'references' ? field.to : [];
}

import type { Config } from '#shared/definition/config.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { foldRecord, refOf } from '#shared/changelog/fold.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import { shapeOf } from '#shared/engine/shape.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import { LocalJudge, type Judged as Verdicts, type JudgeParts } from './local-judge.ts';

/** The unit and its accounts. `entriesOf`: those entries of a record that this device finds right. */
export type Judged = Pick<Config, 'all'> & { readonly entriesOf: (record: string) => readonly Entry[] };

/**
 * The unit and its accounts as those entries of theirs make them that this device finds right itself (TRU-134): what comes on a stick, or before a hub
 * has ruled, opens nothing that its author had no right to open.
 */
export class JudgedAccounts {
  readonly #parts: JudgeParts;
  readonly #judge: LocalJudge;
  #last: { readonly verdicts: Verdicts; readonly judged: Judged } | undefined;

  constructor(parts: JudgeParts) {
    this.#parts = parts;
    this.#judge = new LocalJudge(parts);
  }

  /** Undefined where all that is here was written here. */
  async read(): Promise<Judged | undefined> {
    const verdicts = await this.#judge.judge();
    if (!verdicts) return undefined;
    if (this.#last?.verdicts !== verdicts) this.#last = { verdicts, judged: this.#viewsOf(verdicts) };
    return this.#last.judged;
  }

  #viewsOf({ entries, verdicts }: Verdicts): Judged {
    const right = entries.filter((entry) => verdicts.get(refOf(entry))?.verdict !== 'aside');
    const views = new Map(
      ['unit', 'account'].map((name) => [name, this.#viewsIn(right.filter(({ type }) => type === name))]),
    );
    const byRecord = groupBy(right, ({ record }) => record);
    return { all: (type) => views.get(type) ?? [], entriesOf: (record) => byRecord.get(record) ?? [] };
  }

  #viewsIn(entries: readonly Entry[]): readonly RecordView[] {
    return [...groupBy(entries, ({ record }) => record).values()].flatMap((own) => {
      const type = own[0] && this.#parts.catalogue.type(own[0].type);
      const view = type && projectRecord(foldRecord(own), shapeOf(type));
      return view ? [view] : [];
    });
  }
}

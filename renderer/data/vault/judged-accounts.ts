import type { RecordView } from '#shared/definition/record.ts';
import { foldRecord, refOf } from '#shared/changelog/fold.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import { shapeOf } from '#shared/engine/shape.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import { LocalJudge, type Judged, type JudgeParts } from './local-judge.ts';

/**
 * The accounts as those entries of theirs make them that this device finds right itself (TRU-134): what comes on a stick, or before a hub
 * has ruled, opens nothing that its author had no right to open.
 */
export class JudgedAccounts {
  readonly #parts: JudgeParts;
  readonly #judge: LocalJudge;
  #last: { readonly judged: Judged; readonly accounts: readonly RecordView[] } | undefined;

  constructor(parts: JudgeParts) {
    this.#parts = parts;
    this.#judge = new LocalJudge(parts);
  }

  /** Undefined where all that is here was written here. */
  async read(): Promise<readonly RecordView[] | undefined> {
    const judged = await this.#judge.judge();
    if (!judged) return undefined;
    if (this.#last?.judged !== judged) this.#last = { judged, accounts: this.#accountsIn(judged) };
    return this.#last.accounts;
  }

  #accountsIn({ entries, verdicts }: Judged): readonly RecordView[] {
    const type = this.#parts.catalogue.type('account');
    const right = entries.filter((entry) => verdicts.get(refOf(entry))?.verdict !== 'aside');
    const accounts = right.filter((entry) => entry.type === type?.name);
    return [...groupBy(accounts, ({ record }) => record).values()].flatMap((own) => {
      const view = type && projectRecord(foldRecord(own), shapeOf(type));
      return view ? [view] : [];
    });
  }
}

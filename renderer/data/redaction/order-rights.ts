import type { Redaction } from '#shared/changelog/redaction/orders.ts';
import { standsAsOrder } from '#shared/engine/redaction-standing.ts';
import type { EntryRef } from '#shared/kernel/ids.ts';
import type { DataParts } from '../data-parts.ts';
import type { RecordRow } from '../database.ts';
import { LocalJudge, type Judged } from '../vault/local-judge.ts';
import { roleHistories } from './role-histories.ts';

type Parts = Pick<DataParts, 'database' | 'catalogue' | 'clock' | 'index'>;

/** By which orders contents may be removed here (RED-107). */
export class OrderRights {
  readonly #parts: Parts;
  readonly #judge: LocalJudge;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { database, catalogue, index } = parts;
    this.#judge = new LocalJudge({ database, catalogue, people: () => index.idsOf('person') });
  }

  /** The confirmed orders of the records that both people had the right to give, and are proven to have given. */
  async standing(rows: readonly RecordRow[]): Promise<ReadonlySet<EntryRef>> {
    const { database, catalogue, clock } = this.#parts;
    const confirmed = rows.filter(({ state }) => confirmedIn({ state }).length > 0);
    if (confirmed.length === 0) return new Set();
    const histories = roleHistories(database, catalogue);
    const judged = await this.#judge.judge(confirmed);
    const standing = new Set<EntryRef>();
    for (const order of confirmed.flatMap(confirmedIn)) {
      const isRight = isProven(order, judged) && (await standsAsOrder(order, histories, clock.now()));
      if (isRight) standing.add(order.ref);
    }
    return standing;
  }
}

function confirmedIn({ state }: Pick<RecordRow, 'state'>): readonly Redaction[] {
  return (state.redactions ?? []).filter((order) => order.state === 'confirmed');
}

/** Where nothing came from elsewhere nothing is judged. */
function isProven({ ref, answer }: Redaction, judged: Judged | undefined): boolean {
  if (!judged) return true;
  return [ref, answer?.ref].every((one) => one && judged.verdicts.get(one)?.verdict === 'stands');
}

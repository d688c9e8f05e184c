import type { JournalReplica, SeqRange } from '#shared/contracts/bridge.ts';

/** Which seqs of each replica are held, as few ranges: own entries come in order, so it is nearly always one. */
export class SeqRanges {
  readonly #replicas = new Map<string, { from: number; to: number }[]>();

  add(replica: string, seq: number): void {
    const ranges = this.#replicas.get(replica);
    if (ranges === undefined) {
      this.#replicas.set(replica, [{ from: seq, to: seq }]);
      return;
    }
    const position = ranges.findLastIndex((range) => range.from <= seq);
    const before = ranges[position];
    if (before !== undefined && seq <= before.to) return;
    const after = ranges[position + 1];
    const touchesBefore = before?.to === seq - 1;
    const touchesAfter = after?.from === seq + 1;
    if (before !== undefined && after !== undefined && touchesBefore && touchesAfter) {
      before.to = after.to;
      ranges.splice(position + 1, 1);
    } else if (before !== undefined && touchesBefore) {
      before.to = seq;
    } else if (after !== undefined && touchesAfter) {
      after.from = seq;
    } else {
      ranges.splice(position + 1, 0, { from: seq, to: seq });
    }
  }

  hasAny(replica: string, from: number, to: number): boolean {
    return this.#replicas.get(replica)?.some((range) => range.from <= to && from <= range.to) ?? false;
  }

  list(): JournalReplica[] {
    return [...this.#replicas].map(([replica, ranges]) => ({
      replica,
      seq: ranges.at(-1)?.to ?? 0,
      ranges: ranges.map((range): SeqRange => ({ ...range })),
    }));
  }
}

import type { Entry } from '#shared/changelog/entry.ts';
import { refOf } from '#shared/changelog/fold.ts';
import type { Rulings } from '../../storage/shelves/rulings.ts';
import { refOfRow } from '../rulings/docket.ts';
import type { LogNotes } from './log-notes.ts';

export interface JudgedOrders {
  /** Orders and answers that were judged, and found to stand. */
  readonly standing: readonly Entry[];
  /** Not everything that is known was judged yet. */
  readonly isBehind: boolean;
}

/** What the rulings job found of the orders. It commits what it found together with how far it is, so that is read first. */
export async function judgedOrders(
  rulings: Rulings,
  workspace: string,
  { orders, arrivals, upTo }: Pick<LogNotes, 'orders' | 'arrivals' | 'upTo'>,
): Promise<JudgedOrders> {
  const judged = (await rulings.progress(workspace))?.judged ?? 0;
  const findings = await rulings.findings(workspace);
  const doubted = new Set(findings.filter(({ finding }) => finding !== 'stands').map(refOfRow));
  const standing = [...orders.values()].filter((entry) => {
    const ref = refOf(entry);
    return (arrivals.get(ref) ?? Infinity) <= judged && !doubted.has(ref);
  });
  return { standing, isBehind: judged < upTo };
}

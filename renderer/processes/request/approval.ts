import {
  needsApproval,
  needsFunds,
  orderLines,
  orderText,
  totalPrice,
} from '#shared/processes/request/money.ts';
import { decideRequest } from '#shared/processes/request/rights.ts';
import { fundsReleased } from '#shared/processes/request/rules.ts';
import { isTheirs } from '#shared/processes/support/users-word.ts';
import { textOf, type LifeStep, type RecordView } from '#shared/definition/record.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { Config } from '#shared/definition/config.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { inProcess } from '#shared/definition/scoped-rights.ts';

export type Decision =
  | { readonly status: 'notSubmitted' }
  | { readonly status: 'awaited'; readonly since: number }
  | { readonly status: 'approved' | 'rejected'; readonly step: LifeStep; readonly reason: string };

export interface Approval {
  readonly isNeeded: boolean;
  readonly decision: Decision;
  /** Person id of the named approver; '' while none is named. */
  readonly approver: string;
  /** Who the catalogue says decides, by item. */
  readonly deciders: readonly { readonly item: string; readonly who: string }[];
  readonly price: number;
  /** The lowest sum among the items from which money must be released, and whose it is. */
  readonly limit: { readonly sum: number; readonly item: string } | undefined;
  readonly funds: 'notNeeded' | 'missing' | 'released';
  /** The items are not those that were approved (REQ-6). */
  readonly isChangedSince: boolean;
  /** Why the actor may not decide; undefined where they may, or where nothing is to be decided. */
  readonly barred: 'asker' | 'beneficiary' | 'noRight' | undefined;
}

/** How the approval of a request stands for an actor. */
export function readApproval(type: RecordType, record: RecordView, config: Config, actor: Actor): Approval {
  const decision = decisionOf(record);
  const lines = orderLines(record, config);
  const limits = lines.flatMap(({ item }) => {
    const sum = item.fields['approvalThreshold'];
    return typeof sum === 'number' ? [{ sum, item: textOf(item, 'name') }] : [];
  });
  const approved = textOf(record, 'approvedOrder');
  return {
    isNeeded: needsApproval(record, config),
    decision,
    approver: textOf(record, 'approver'),
    deciders: lines.flatMap(({ item }) =>
      item.fields['needsApproval'] === true
        ? [{ item: textOf(item, 'name'), who: deciderOf(item, type) }]
        : [],
    ),
    price: totalPrice(record, config),
    limit: limits.toSorted((a, b) => a.sum - b.sum)[0],
    funds: !needsFunds(record, config) ? 'notNeeded' : fundsReleased({ record }) ? 'released' : 'missing',
    isChangedSince: record.state === 'approved' && approved !== orderText(record, config),
    barred: decision.status === 'awaited' ? barOf(record, actor) : undefined,
  };
}

const deciders: Readonly<Record<string, string>> = {
  manager: 'the requester’s manager',
  serviceOwner: 'the service owner',
  security: 'the security officer',
  commander: 'the commander',
};

function deciderOf(item: RecordView, type: RecordType): string {
  return deciders[textOf(item, 'approverRole')] ?? `whoever decides on ${type.plural.toLowerCase()}`;
}

/** The decision that holds for the last submission. */
function decisionOf(record: RecordView): Decision {
  const step = record.life.findLast(({ action }) =>
    ['submit', 'approve', 'reject', 'revise'].includes(action),
  );
  switch (step?.action) {
    case 'submit':
      return record.state === 'awaitingApproval'
        ? { status: 'awaited', since: step.at }
        : { status: 'notSubmitted' };
    case 'approve':
      return { status: 'approved', step, reason: textOf(record, 'approvalNote') };
    case 'reject':
      return { status: 'rejected', step, reason: textOf(record, 'rejectReason') };
    default:
      return { status: 'notSubmitted' };
  }
}

function barOf(record: RecordView, actor: Actor): Approval['barred'] {
  if (isTheirs(record, actor)) return textOf(record, 'requester') === actor.id ? 'asker' : 'beneficiary';
  return inProcess('RF', decideRequest).allows(actor, record) ? undefined : 'noRight';
}

/** The price against the sum from which money must be released, in words; '' where nothing is charged. */
export function costText({ price, limit }: Pick<Approval, 'price' | 'limit'>): string {
  if (price === 0 && !limit) return '';
  const words = (sum: number) => `${sum.toLocaleString('en-GB', { maximumFractionDigits: 2 })} USD`;
  if (!limit) return words(price);
  return price >= limit.sum
    ? `${words(price)}: reaches the limit of ${words(limit.sum)} (${limit.item})`
    : `${words(price)}: below the limit of ${words(limit.sum)} (${limit.item})`;
}

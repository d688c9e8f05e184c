import { useCallback, useState } from 'react';
import { useConfig, useDraft } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { paths, useNavigation } from '#renderer/record/navigation.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { isStaff } from '#shared/processes/support/rights.ts';
import type { FieldValue, FieldValues } from '#shared/definition/values.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import {
  addToOrder,
  checkOrder,
  emptyOrder,
  hasFaults,
  requestOf,
  setQuantity,
  takeOff,
  type Order,
  type OrderFaults,
} from './order.ts';

export interface OrderForm {
  readonly order: Order;
  readonly faults: OrderFaults;
  readonly problems: readonly Problem[];
  readonly isSending: boolean;
  readonly add: (item: string) => void;
  readonly remove: (item: string) => void;
  readonly setQuantity: (item: string, quantity: string) => void;
  readonly answer: (key: string, answer: string) => void;
  readonly setField: (name: string, value: FieldValue) => void;
  readonly startOver: () => void;
  /** Makes the request and opens it. */
  readonly send: () => Promise<void>;
}

const noFaults: OrderFaults = { quantities: {}, answers: {} };

/** A request put together from the catalogue; kept as a draft until it is sent. */
export function useOrder(): OrderForm {
  const config = useConfig();
  const actor = useKnownActor();
  const run = useCommand();
  const { go } = useNavigation();
  const { draft, save, discard } = useDraft<Order>('catalogue-order');
  const [changed, setChanged] = useState<Order>();
  const [isChecked, setChecked] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isSending, setSending] = useState(false);

  // The desk asks for others: whoever forgets to say for whom is told so. Everybody else asks for themselves.
  const given: FieldValues =
    isStaff(actor) || actor.id === '' ? {} : { requester: actor.id, contactType: 'portal' };
  const kept = changed ?? draft ?? emptyOrder;
  const order = { ...kept, fields: { ...given, ...kept.fields } };
  const faults = checkOrder(order, config);

  const change = useCallback(
    (next: Order) => {
      setChanged(next);
      save(next);
    },
    [save],
  );
  const startOver = useCallback(() => {
    setChanged(emptyOrder);
    setChecked(false);
    setProblems([]);
    void discard();
  }, [discard]);

  const send = async () => {
    setChecked(true);
    if (isSending || hasFaults(faults)) return;
    setSending(true);
    const result = await run({ kind: 'create', type: 'request', fields: requestOf(order, config) });
    setSending(false);
    if (!result.ok) {
      setProblems(result.error);
      return;
    }
    startOver();
    go(paths.record(result.value.record));
  };

  return {
    order,
    faults: isChecked ? faults : noFaults,
    problems,
    isSending,
    add: (item) => change(addToOrder(kept, item)),
    remove: (item) => change(takeOff(kept, item)),
    setQuantity: (item, quantity) => change(setQuantity(kept, item, quantity)),
    answer: (key, answer) => change({ ...kept, answers: { ...kept.answers, [key]: answer } }),
    setField: (name, value) => change({ ...kept, fields: { ...kept.fields, [name]: value } }),
    startOver,
    send,
  };
}

import { textOf, type RecordView } from '#shared/definition/record.ts';
import { isEmpty, type FieldValue, type FieldValues } from '#shared/definition/values.ts';
import type { Config } from '#shared/definition/config.ts';
import { checkAnswers, questionsOfItem, writeAnswers, type Answers, type QuestionGroup } from './answers.ts';

export interface OrderLine {
  readonly item: string;
  /** As typed. */
  readonly quantity: string;
}

/** A request that is being put together from the catalogue. */
export interface Order {
  readonly lines: readonly OrderLine[];
  readonly answers: Answers;
  /** Other fields of the request: who asks, for whom, by when. */
  readonly fields: FieldValues;
}

export const emptyOrder: Order = { lines: [], answers: {}, fields: {} };

const mostPieces = 10_000;
const titleLimit = 200;

/** One more of an item. */
export function addToOrder(order: Order, item: string): Order {
  const line = order.lines.find((other) => other.item === item);
  if (!line) return { ...order, lines: [...order.lines, { item, quantity: '1' }] };
  const more = (Number(line.quantity) || 0) + 1;
  return setQuantity(order, item, String(more));
}

export function setQuantity(order: Order, item: string, quantity: string): Order {
  return { ...order, lines: order.lines.map((line) => (line.item === item ? { ...line, quantity } : line)) };
}

/** Takes an item off; its answers stay in case it comes back. */
export function takeOff(order: Order, item: string): Order {
  return { ...order, lines: order.lines.filter((line) => line.item !== item) };
}

/** The items of an order that are still in the catalogue. */
export function orderedItems(
  order: Order,
  config: Config,
): readonly { readonly item: RecordView; readonly line: OrderLine }[] {
  return order.lines.flatMap((line) => {
    const item = config.get(line.item);
    return item?.state === 'published' ? [{ item, line }] : [];
  });
}

export function questionsOfOrder(order: Order, config: Config): readonly QuestionGroup[] {
  return orderedItems(order, config)
    .map(({ item }) => questionsOfItem(item))
    .filter(({ questions }) => questions.length > 0);
}

export interface OrderFaults {
  /** By item id. */
  readonly quantities: Readonly<Record<string, string>>;
  /** By question key. */
  readonly answers: Readonly<Record<string, string>>;
  readonly requester?: string;
}

export function checkOrder(order: Order, config: Config): OrderFaults {
  const quantities = order.lines.flatMap(({ item, quantity }) => {
    const number = Number(quantity);
    const isFine = quantity.trim() !== '' && Number.isInteger(number) && number >= 1 && number <= mostPieces;
    return isFine
      ? []
      : [[item, `A whole number from 1 to ${mostPieces.toLocaleString('en-GB')}, please.`] as const];
  });
  return {
    quantities: Object.fromEntries(quantities),
    answers: checkAnswers(questionsOfOrder(order, config), order.answers, true),
    ...(isEmpty(order.fields['requester']) ? { requester: 'Say who asks for it.' } : {}),
  };
}

export function hasFaults(faults: OrderFaults): boolean {
  return (
    faults.requester !== undefined ||
    Object.keys(faults.quantities).length > 0 ||
    Object.keys(faults.answers).length > 0
  );
}

/** Price of the whole order in the currency of the catalogue. */
export function orderPrice(order: Order, config: Config): number {
  return orderedItems(order, config).reduce((sum, { item, line }) => {
    const each = item.fields['price'];
    return sum + (typeof each === 'number' ? each * (Number(line.quantity) || 0) : 0);
  }, 0);
}

/** The fields of the request that an order becomes. */
export function requestOf(order: Order, config: Config): FieldValues {
  const ordered = orderedItems(order, config);
  const names = ordered.map(({ item, line }) =>
    line.quantity.trim() === '1' ? textOf(item, 'name') : `${line.quantity.trim()} × ${textOf(item, 'name')}`,
  );
  const first = ordered[0]?.item;
  const own: Record<string, FieldValue> = {
    title: names.join(', ').slice(0, titleLimit),
    items: ordered.map(({ item, line }) => ({ item: item.id, quantity: Number(line.quantity) })),
    answers: writeAnswers(questionsOfOrder(order, config), order.answers, []),
    category: first ? textOf(first, 'category') : null,
    service: first ? textOf(first, 'service') : null,
  };
  return Object.fromEntries(
    Object.entries({ ...own, ...order.fields }).filter(([, value]) => !isEmpty(value)),
  );
}

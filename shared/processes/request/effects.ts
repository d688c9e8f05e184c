import type { ActContext, Effect } from '../../definition/lifecycle.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import type { FieldValues } from '../../definition/values.ts';
import { carried } from '../support/conversion.ts';
import { act, set, tell } from '../support/effects.ts';
import { rowsOf } from '../support/rows.ts';
import { finalParts } from './rules.ts';
import { orderLines, orderText } from './money.ts';

function copied(record: RecordView, ...names: readonly string[]): FieldValues {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = record.fields[name];
      return value === undefined || value === null ? [] : [[name, value]];
    }),
  );
}

/** REQ-8: each line of the order becomes an item, which makes its tasks. */
export function createItems({ record, config }: ActContext): readonly Effect[] {
  return orderLines(record, config).map(({ item, quantity, price }) => ({
    kind: 'create',
    type: 'request-item',
    fields: {
      title: quantity > 1 ? `${quantity} × ${textOf(item, 'name')}` : textOf(item, 'name'),
      request: record.id,
      item: item.id,
      quantity,
      price,
      ...copied(record, 'requester', 'service', 'organisation', 'location'),
    },
  }));
}

/** REQ-9: the catalogue item's model, or one task where it has none. */
export function createTasks({ record, config }: ActContext): readonly Effect[] {
  const item = config.get(textOf(record, 'item'));
  const model = item ? rowsOf(item, 'tasks') : [];
  const tasks = model.length > 0 ? model : [{ order: 1, title: `Fulfil: ${textOf(record, 'title')}` }];
  return tasks.map((task) => ({
    kind: 'create',
    type: 'request-task',
    fields: {
      ...Object.fromEntries(Object.entries(task).filter(([, value]) => value !== null && value !== '')),
      item: record.id,
      ...copied(record, 'request', 'service', 'organisation', 'location'),
    },
  }));
}

/** REQ-10: work on a task is work on its item. */
export function startItem({ related }: ActContext): readonly Effect[] {
  return related('item')
    .filter((item) => item.state === 'open')
    .map((item) => act(item, 'start'));
}

/** REQ-10: the last task that ends ends its item. */
export function finishItem({ related }: ActContext): readonly Effect[] {
  if (related('siblings').some((task) => !finalParts.includes(task.state))) return [];
  return related('item')
    .filter((item) => !finalParts.includes(item.state))
    .map((item) => act(item, 'fulfil'));
}

/** REQ-10: the last item that ends fulfils the request, if anything was given at all. */
export function finishRequest({ related }: ActContext): readonly Effect[] {
  const items = related('siblings');
  if (items.some((item) => !finalParts.includes(item.state))) return [];
  if (!items.some((item) => item.state === 'fulfilled')) return [];
  return related('request')
    .filter((request) => request.state === 'inFulfilment')
    .map((request) => act(request, 'fulfil', { resolution: summary(items) }));
}

/** REQ-10: everything at once, where the work was done before anybody wrote it down. */
export function completeTasks({ related }: ActContext): readonly Effect[] {
  return related('tasks')
    .filter((task) => !finalParts.includes(task.state))
    .map((task) => act(task, 'complete'));
}

export function completeItems({ related }: ActContext): readonly Effect[] {
  return related('items')
    .filter((item) => !finalParts.includes(item.state))
    .map((item) => act(item, 'completeAll'));
}

function summary(items: readonly RecordView[]): string {
  return items
    .map((item) => `${textOf(item, 'title')}: ${item.state === 'fulfilled' ? 'given' : 'left out'}`)
    .join('\n');
}

/** REQ-11: what is dropped takes its open parts along. */
export function cancelParts(touch: string, reason: string): (context: ActContext) => readonly Effect[] {
  return ({ record, related }) =>
    related(touch)
      .filter((part) => !finalParts.includes(part.state))
      .map((part) => act(part, 'cancel', { [reason]: `${record.number} was cancelled.` }));
}

/** REQ-6: an approval holds for the order as it stood. */
export function keepApprovedOrder({ record, config }: ActContext): readonly Effect[] {
  const approvedOrder = orderText(record, config);
  return approvedOrder ? [set(record, { approvedOrder })] : [];
}

export function tellRejection({ record }: ActContext): readonly Effect[] {
  return [tell(record, `Rejected: ${textOf(record, 'rejectReason')}`)];
}

/** REQ-15: the request stays ours while another process does the work. */
export function tellRoute(process: string, field: string): (context: ActContext) => readonly Effect[] {
  return ({ record }) => [
    tell(record, `Handed to ${process} under ${textOf(record, field)}. We follow it to the end.`),
  ];
}

export function tellEscalation({ record }: ActContext): readonly Effect[] {
  return [
    {
      kind: 'note',
      record: record.id,
      text: `Escalated to management: ${textOf(record, 'escalationReason')}`,
      audience: 'internal',
    },
  ];
}

/** REQ-16: an incident with the same facts and notes takes over; both know each other. */
export function becomeIncident(context: ActContext): readonly Effect[] {
  const { record } = context;
  return [
    set(record, { cancelReason: 'It is an incident and was converted.' }),
    ...cancelParts('items', 'cancelReason')(context),
    {
      kind: 'create',
      type: 'incident',
      fields: { ...carried(record), convertedFrom: record.id },
      linkFrom: 'convertedTo',
      carryNotes: true,
    },
  ];
}

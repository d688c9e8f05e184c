import type { Config } from '../../definition/config.ts';
import type { RecordView } from '../../definition/record.ts';
import { rowsOf } from '../support/rows.ts';

/** One line of a request with the catalogue item it names. */
export interface OrderLine {
  readonly item: RecordView;
  readonly quantity: number;
  /** In the currency of the catalogue. */
  readonly price: number;
}

/** The lines of a request whose catalogue item is known. */
export function orderLines(record: RecordView, config: Config): readonly OrderLine[] {
  return rowsOf(record, 'items').flatMap((row) => {
    const item = typeof row['item'] === 'string' ? config.get(row['item']) : undefined;
    if (!item) return [];
    const quantity = typeof row['quantity'] === 'number' ? row['quantity'] : 1;
    const each = item.fields['price'];
    return [{ item, quantity, price: quantity * (typeof each === 'number' ? each : 0) }];
  });
}

export function totalPrice(record: RecordView, config: Config): number {
  return orderLines(record, config).reduce((sum, line) => sum + line.price, 0);
}

/** REQ-5: an item that needs approval, or money to be released, makes the whole request need one. */
export function needsApproval(record: RecordView, config: Config): boolean {
  return (
    needsFunds(record, config) ||
    orderLines(record, config).some(({ item }) => item.fields['needsApproval'] === true)
  );
}

/** REQ-7: true once the price of one line, or of the whole request, reaches a threshold among its items. */
export function needsFunds(record: RecordView, config: Config): boolean {
  const total = totalPrice(record, config);
  return orderLines(record, config).some(({ item }) => {
    const threshold = item.fields['approvalThreshold'];
    return typeof threshold === 'number' && total >= threshold;
  });
}

/** The order in one line per item, as an approval records it (REQ-6). */
export function orderText(record: RecordView, config: Config): string {
  return orderLines(record, config)
    .map(({ item, quantity }) => `${quantity} × ${item.number}`)
    .join('\n');
}

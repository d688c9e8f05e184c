import { makeWorkbook } from './workbook.ts';
import type { WorkbookMessage, WorkbookReply } from './workbook-client.ts';
import type { ExportCell } from './export-columns.ts';

declare const self: DedicatedWorkerGlobalScope;

const rows: (readonly ExportCell[])[] = [];

/** Collects rows and makes the file of them, away from the page: 100,000 rows take seconds. */
self.addEventListener('message', (event: MessageEvent<WorkbookMessage>) => {
  const message = event.data;
  if ('rows' in message) {
    rows.push(...message.rows);
    return;
  }
  makeWorkbook([{ name: message.sheet, headers: message.headers, rows }], message.zone).then(
    (bytes) => self.postMessage({ bytes } satisfies WorkbookReply, [bytes.buffer]),
    (error: unknown) => self.postMessage({ fault: String(error) } satisfies WorkbookReply),
  );
});

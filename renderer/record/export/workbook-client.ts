import type { ExportCell } from './export-columns.ts';

export type WorkbookMessage =
  | { readonly rows: readonly (readonly ExportCell[])[] }
  | { readonly sheet: string; readonly headers: readonly string[]; readonly zone: string };

export type WorkbookReply = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly fault: string };

/** A workbook that is being made in a worker of its own. */
export interface WorkbookMaker {
  readonly add: (rows: readonly (readonly ExportCell[])[]) => void;
  readonly finish: (sheet: string, headers: readonly string[], zone: string) => Promise<Uint8Array>;
  readonly close: () => void;
}

export function openWorkbook(): WorkbookMaker {
  const worker = new Worker(new URL('./workbook.worker.ts', import.meta.url), { type: 'module' });
  const send = (message: WorkbookMessage) => worker.postMessage(message);
  return {
    add: (rows) => send({ rows }),
    finish: (sheet, headers, zone) =>
      new Promise((resolve, reject) => {
        worker.addEventListener('message', (event: MessageEvent<WorkbookReply>) => {
          if ('bytes' in event.data) resolve(event.data.bytes);
          else reject(new Error(event.data.fault));
        });
        worker.addEventListener('error', (event) => reject(new Error(event.message)));
        send({ sheet, headers, zone });
      }),
    close: () => worker.terminate(),
  };
}

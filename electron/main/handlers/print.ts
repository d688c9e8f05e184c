import type { WebContents } from 'electron';
import type { Handle } from '../ipc.ts';
import { printOnPaper, printToPdf } from '../printing.ts';

export function handlePrint(handle: Handle, contents: () => Pick<WebContents, 'print' | 'printToPDF'>): void {
  handle('print.toPdf', ([options]) => printToPdf(contents(), options));
  handle('print.print', ([options]) => printOnPaper(contents(), options));
}

import type { PrintToPDFOptions, WebContents, WebContentsPrintOptions } from 'electron';
import type { PrintOptions } from '#shared/contracts/bridge.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { reasonOf } from './reason.ts';

const canceledReasons: ReadonlySet<string> = new Set(['Print job canceled', 'cancelled', 'canceled']);

/** Margins in inches; the head and foot lines stand in the upper and lower one. */
const margins = { top: 0.7, bottom: 0.7, left: 0.5, right: 0.5 } as const;

export function pdfOptions({ pageSize, landscape, title, marking }: PrintOptions): PrintToPDFOptions {
  return {
    pageSize,
    landscape,
    margins,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: line(title, marking, '<span class="date"></span>'),
    footerTemplate: line(
      'Outpost',
      marking,
      'Page <span class="pageNumber"></span> of <span class="totalPages"></span>',
    ),
    // For readers of the PDF who use assistive technology (Section 508).
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  };
}

export function paperOptions({ pageSize, landscape, title, marking }: PrintOptions): WebContentsPrintOptions {
  return {
    pageSize,
    landscape,
    printBackground: true,
    header: [marking, title].filter((text) => text !== '').join(' · '),
    footer: marking,
  };
}

/** @throws OUT-SHL-008 */
export async function printToPdf(
  contents: Pick<WebContents, 'printToPDF'>,
  options: PrintOptions,
): Promise<Uint8Array> {
  try {
    return new Uint8Array(await contents.printToPDF(pdfOptions(options)));
  } catch (error) {
    throw new ProblemError(problem('OUT-SHL-008', { reason: reasonOf(error) }), { cause: error });
  }
}

/** False when the user closed the dialog. @throws OUT-SHL-008 */
export function printOnPaper(contents: Pick<WebContents, 'print'>, options: PrintOptions): Promise<boolean> {
  return new Promise((resolve, reject) => {
    contents.print(paperOptions(options), (isPrinted, reason) => {
      if (isPrinted) resolve(true);
      else if (canceledReasons.has(reason)) resolve(false);
      else reject(new ProblemError(problem('OUT-SHL-008', { reason: reasonOf(reason) })));
    });
  });
}

/** The templates take no style of the page, and their text would be invisibly small without a size of its own. */
function line(left: string, middle: string, right: string): string {
  const cell = (content: string, align: string) => `<div style="flex:1;text-align:${align}">${content}</div>`;
  const cells = [
    cell(escapeHtml(left), 'left'),
    cell(`<b>${escapeHtml(middle)}</b>`, 'center'),
    cell(right, 'right'),
  ];
  return `<div style="display:flex;width:100%;margin:0 0.5in;font:8pt sans-serif">${cells.join('')}</div>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

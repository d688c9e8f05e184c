import type { PrintBridge, PrintOptions } from '#shared/contracts/bridge.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';

/** The browser's own dialog; the page's print styles carry marking and title. */
export function createBrowserPrint(host: Window): PrintBridge {
  return {
    toPdf: () => {
      const instead = 'print, and choose “Save as PDF” in the dialog';
      return Promise.reject(new ProblemError(problem('OUT-SHL-001', { action: 'Making a PDF', instead })));
    },
    print: (options) => {
      print(host, options);
      return Promise.resolve(true);
    },
  };
}

function print(host: Window, { pageSize, landscape, title }: PrintOptions): void {
  const page = host.document;
  const titleBefore = page.title;
  const sheetsBefore = page.adoptedStyleSheets;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page { size: ${pageSize} ${landscape ? 'landscape' : 'portrait'}; }`);
  page.adoptedStyleSheets = [...sheetsBefore, sheet];
  // The browser prints the title at the head and offers it as the PDF's name.
  page.title = title;
  try {
    // Returns when the dialog is closed.
    host.print();
  } finally {
    page.title = titleBefore;
    page.adoptedStyleSheets = sheetsBefore;
  }
}

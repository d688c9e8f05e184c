import type { PaperSize } from '#renderer/session/preferences.ts';

interface PrintRules {
  readonly marking: string;
  /** Stands at the foot: the unit. */
  readonly unit: string;
  readonly paper: PaperSize;
  /** The desktop application writes marking and page numbers into the margins itself. */
  readonly leavesMargins: boolean;
}

/** A text as a CSS string that can leave neither its quotes nor the style element. */
export function cssString(text: string): string {
  const safe = text.replaceAll(
    /[^\p{L}\p{N} .,:()/+-]/gu,
    (sign) => `\\${(sign.codePointAt(0) ?? 32).toString(16)} `,
  );
  return `"${safe}"`;
}

/** The paper: the marking at the head and foot of every sheet, the unit and the page number at the foot. */
export function printRules({ marking, unit, paper, leavesMargins }: PrintRules): string {
  const font = 'font: 9pt system-ui, sans-serif; color: #000;';
  const mark = `content: ${cssString(marking)}; font: 700 10pt system-ui, sans-serif; color: #000;`;
  const boxes = `
  @top-center { ${mark} }
  @bottom-center { ${mark} }
  @bottom-left { content: ${cssString(unit)}; ${font} }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); ${font} }`;
  return `@page {
  size: ${paper};
  margin: 18mm 14mm 18mm;${leavesMargins ? '' : boxes}
}`;
}

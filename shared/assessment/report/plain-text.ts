/** What a page, a sheet or a terminal would act on: control characters except line ends and tabs, and signs that turn the direction of text. */
const signs = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;
const allSigns = new RegExp(signs.source, 'g');

/** A text as reports hold it: line ends are \n, and nothing stands in it but text. */
export function plainText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(allSigns, '').toWellFormed();
}

/** Is it as `plainText` leaves it? */
export function isPlainText(text: string): boolean {
  return !signs.test(text) && text.isWellFormed();
}

/** What a page, a sheet or a terminal would act on: control characters except line ends and tabs. */
// eslint-disable-next-line no-control-regex -- exactly those signs are looked for
const control = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** A text as reports hold it: line ends are \n, and nothing stands in it but text. */
export function plainText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(control, '').toWellFormed();
}

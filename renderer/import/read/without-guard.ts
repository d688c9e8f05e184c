const guarded = /^'(?='*(?:[\t\r\n ]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r]))/;

/** Takes off the apostrophe that exports put in front of a text that a spreadsheet would take for a formula. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") ? text.replace(guarded, '') : text;
}

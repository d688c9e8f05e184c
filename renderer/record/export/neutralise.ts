/**
 * Characters at which spreadsheets begin to calculate, in their full-width forms too; tab and returns can hide one. A text
 * that has the apostrophe of its own gets another, so that the import can take off the one that was put in front.
 */
const risky = /^'*(?:[\t\r\n ]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r])/;

/**
 * A text that no spreadsheet takes for a formula: what begins like one gets an apostrophe in front. Numbers are never
 * texts here, so −5 stays a number.
 */
export function neutralise(text: string): string {
  return risky.test(text) ? `'${text}` : text;
}

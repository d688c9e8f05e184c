/** One kind of problem. `message` and `next` may name values in braces: `{field} is empty.` */
export interface ProblemKind {
  /** A few words for headings and for docs/errors.md. */
  readonly title: string;
  /** What is wrong, and where. */
  readonly message: string;
  /** What the person can do about it. */
  readonly next: string;
}

/** The names in braces of a template, as a union of literals. */
export type PlaceholdersOf<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersOf<Rest>
  : never;

/** Longest value repeated in a message; a pasted document must not fill the screen. */
const LONGEST_VALUE = 120;

/** Puts values in the place of their names; a name without a value stays visible. */
export function fillTemplate(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replaceAll(/\{([a-zA-Z]+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    return value === undefined ? placeholder : shorten(describeValue(value));
  });
}

function describeValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return String(value);
}

function shorten(text: string): string {
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE - 1)}…`;
}

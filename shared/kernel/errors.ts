import { attachmentProblems } from './errors/attachments.ts';
import { definitionProblems } from './errors/definition.ts';
import { importProblems } from './errors/import.ts';
import { libraryProblems } from './errors/library.ts';
import { lifecycleProblems } from './errors/lifecycle.ts';
import { markingProblems } from './errors/marking.ts';
import { rulingProblems } from './errors/rulings.ts';
import { reportProblems } from './errors/report.ts';
import { redactionProblems } from './errors/redaction.ts';
import { storageProblems } from './errors/storage.ts';
import { syncProblems } from './errors/sync.ts';
import { fillTemplate, type PlaceholdersOf, type ProblemKind } from './errors/template.ts';
import { trustProblems } from './errors/trust.ts';
import { validationProblems } from './errors/validation.ts';
import { verifyProblems } from './errors/verify.ts';

/** Every problem a person can meet, by code; docs/errors.md lists the same. A code is never reused. */
export const problemCatalogue = {
  ...validationProblems,
  ...lifecycleProblems,
  ...definitionProblems,
  ...storageProblems,
  ...importProblems,
  ...syncProblems,
  ...attachmentProblems,
  ...trustProblems,
  ...verifyProblems,
  ...markingProblems,
  ...rulingProblems,
  ...redactionProblems,
  ...libraryProblems,
  ...reportProblems,
} as const satisfies Record<string, ProblemKind>;

type Catalogue = typeof problemCatalogue;
export type ProblemCode = keyof Catalogue;

/** What a problem is about, for the page to point at. `record` is an id, `field` a field's name or label. */
export interface ProblemPlace {
  readonly recordType?: string;
  readonly record?: string;
  readonly field?: string;
  readonly value?: unknown;
  /** Line of a file, from 1. */
  readonly line?: number;
  readonly column?: string;
  /** The role whose holders can help. */
  readonly role?: string;
  /** The process, or other part of a reference model, by its code. */
  readonly part?: string;
}

/** A fault that a person is told about: plain data, safe to store and to send between threads. */
export interface Problem {
  readonly code: ProblemCode;
  /** What is wrong and where, as one sentence or two. */
  readonly message: string;
  readonly what?: ProblemPlace;
  /** What to do about it. */
  readonly next?: string;
}

type Placeholders<Code extends ProblemCode> = PlaceholdersOf<
  Catalogue[Code]['message'] | Catalogue[Code]['next']
>;

/** The values that a code's texts name; place values beyond them are allowed. */
export type ProblemParams<Code extends ProblemCode> = Readonly<
  Record<Exclude<Placeholders<Code>, keyof ProblemPlace>, string | number>
> &
  Readonly<{ [Key in Extract<Placeholders<Code>, keyof ProblemPlace>]: unknown }> &
  Readonly<Partial<Record<keyof ProblemPlace, unknown>>>;

type Arguments<Code extends ProblemCode> = [Placeholders<Code>] extends [never]
  ? [params?: Readonly<Partial<Record<keyof ProblemPlace, unknown>>>]
  : [params: ProblemParams<Code>];

const placeKeys = ['recordType', 'record', 'field', 'value', 'line', 'column', 'role', 'part'] as const;

/**
 * Makes a problem from the catalogue. The params fill the braces of its texts; those that say
 * where (record type, record, field, value, line, column, role, part) are kept in `what` as well.
 */
export function problem<Code extends ProblemCode>(code: Code, ...[params = {}]: Arguments<Code>): Problem {
  const kind: ProblemKind = problemCatalogue[code];
  const message = fillTemplate(kind.message, params);
  const next = fillTemplate(kind.next, params);
  return locate({ code, message, next }, params);
}

/** Adds where a problem lies, as the caller knows it: the field, the line of a file. */
export function locate(found: Problem, place: Readonly<Record<string, unknown>>): Problem {
  const what: Record<string, unknown> = { ...found.what };
  for (const key of placeKeys) {
    if (place[key] !== undefined) what[key] = place[key];
  }
  return Object.keys(what).length === 0 ? found : { ...found, what };
}

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemCatalogue, code);
}

/**
 * A problem thrown where a Result does not reach: storage, the edges of the shells.
 * Its message starts with the code.
 */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(found: Problem, options?: ErrorOptions) {
    super(`${found.code} ${found.message}`, options);
    this.name = 'ProblemError';
    this.problem = found;
  }
}

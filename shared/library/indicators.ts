import { z } from 'zod';

/** One outcome of a process attribute, and what shows that it is reached. */
export interface AttributeOutcome {
  /** PA2.1-O1 */
  readonly code: string;
  readonly text: string;
  /** Generic practice: what is done to reach it. */
  readonly practice: string;
  /** Generic work products: what an assessor can look at. */
  readonly workProducts: string;
}

/** A process attribute of the measurement framework. PA 1.1 is judged by the process's own outcomes. */
export interface ProcessAttribute {
  /** PA 2.1 */
  readonly code: string;
  readonly level: number;
  readonly name: string;
  readonly outcomes: readonly AttributeOutcome[];
}

const text = z.string().min(1);

/** The form of the shipped indicators. */
export const indicatorsSchema: z.ZodType<readonly ProcessAttribute[]> = z.array(
  z.strictObject({
    code: z.string().regex(/^PA [1-5]\.[12]$/),
    level: z.int().min(1).max(5),
    name: text,
    outcomes: z.array(z.strictObject({ code: text, text, practice: text, workProducts: text })).min(1),
  }),
);

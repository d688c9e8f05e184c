import { z } from 'zod';
import { problem, type Problem } from '../kernel/errors.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { encodings, type ImportTemplate } from './template.ts';

const heading = z.string().min(1);
const texts = z.record(z.string(), z.string());

const reference = z.strictObject({
  type: z.string(),
  by: z.string(),
  create: z.boolean(),
  under: z.strictObject({ column: heading, field: z.string() }).exactOptional(),
  fields: texts.exactOptional(),
});

const column = z.strictObject({
  column: heading,
  field: z.string(),
  values: texts.exactOptional(),
  form: z.string().exactOptional(),
  zone: z.string().exactOptional(),
  reference: reference.exactOptional(),
  knownWith: z.string().exactOptional(),
});

const state = z.strictObject({
  is: z.array(z.string()).min(1),
  by: z.string().exactOptional(),
  fields: texts.exactOptional(),
});

const events = z.strictObject({
  time: heading,
  actor: heading.exactOptional(),
  sequence: heading.exactOptional(),
  opened: z.strictObject({ time: heading.exactOptional(), actor: heading.exactOptional() }).exactOptional(),
  state: z.strictObject({ column: heading, states: z.record(z.string(), state) }),
  acts: z.array(
    z.strictObject({
      action: z.string(),
      fields: z.array(z.string()),
      count: z.strictObject({ column: heading, derived: z.string() }).exactOptional(),
    }),
  ),
  finished: z.strictObject({ action: z.string(), time: heading }).exactOptional(),
  figures: z.array(z.strictObject({ derived: z.string(), column: heading })),
  ignored: z.array(heading),
});

const schema: z.ZodType<ImportTemplate> = z.strictObject({
  version: z.literal(1),
  name: z.string().min(1),
  source: z.string().min(1),
  recordType: z.string(),
  mode: z.enum(['records', 'eventLog']),
  file: z.strictObject({
    encoding: z.enum(encodings).exactOptional(),
    delimiter: z.string().exactOptional(),
    sheet: z.string().exactOptional(),
  }),
  key: z.strictObject({ column: heading, field: z.string() }).exactOptional(),
  duplicates: z.enum(['skip', 'update', 'reject']),
  emptyMarks: z.array(z.string()),
  dates: z.strictObject({ form: z.string(), zone: z.string() }),
  decimal: z.enum(['.', ',']),
  columns: z.array(column),
  fixed: texts,
  events: events.exactOptional(),
});

/** Reads a template that was kept or shipped. Fault: OUT-IMP-016 names the first part that is wrong. */
export function readTemplate(value: unknown): Result<ImportTemplate, Problem> {
  const read = schema.safeParse(value);
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  const fault = issue ? `${issue.path.join('.') || 'it'}: ${issue.message}` : 'it cannot be read.';
  const name = typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : '?';
  return err(problem('OUT-IMP-016', { template: name, fault }));
}

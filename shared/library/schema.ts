import { z } from 'zod';
import { controlKinds, processParts, type ReferenceModel } from './model.ts';

/** Longest text and longest list of a model; far above what ships, far below what hurts. */
const LONGEST_TEXT = 2000;
const LONGEST_LIST = 200;
const MOST_FLOWS = 2000;

/** Tags, and characters that are not seen but change how a text reads. */
const unfit = /<[a-z!/?]|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/i;

const text = z
  .string()
  .trim()
  .min(1, 'is empty')
  .max(LONGEST_TEXT, `is longer than ${String(LONGEST_TEXT)} characters`)
  .refine((value) => !unfit.test(value), 'holds HTML or control characters; plain text only');
const code = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._ -]{0,31}$/,
    'is no code: letters, digits, dot, hyphen, at most 32 characters',
  );

function list<Item extends z.ZodType>(item: Item, most = LONGEST_LIST) {
  return z.array(item).max(most, `has more than ${String(most)} entries`);
}

const source = z.strictObject({ document: code, section: text });
const sources = list(source);
const responsibility = z.strictObject({
  accountable: list(text),
  responsible: list(text),
  consulted: list(text),
  informed: list(text),
});
const metric = z.strictObject({ factor: text, indicator: text, metric: text, measures: list(text) });
const role = { code, name: text, does: text };
const work = { code, name: text, does: text, tasks: list(text) };

const process = z.strictObject({
  code,
  name: text,
  domain: code,
  purpose: text,
  scope: z.strictObject({ in: list(text), out: list(text) }),
  outcomes: list(z.strictObject({ code, text, evidence: text })),
  activities: list(
    z.strictObject({ ...work, control: z.enum(controlKinds).exactOptional(), raci: responsibility }),
  ),
  roles: list(z.strictObject(role)),
  parties: responsibility.exactOptional(),
  benefits: list(text),
  metrics: list(metric),
  clauses: sources,
  sources: list(z.strictObject({ part: z.enum(processParts), document: code, section: text })),
});

const reach = z.strictObject({ domains: list(code), processes: list(code) });

/** The form of a reference model; what its codes refer to is the checker's work. */
export const modelSchema: z.ZodType<ReferenceModel> = z.strictObject({
  format: z.literal(1),
  code,
  name: text,
  edition: text.max(40, 'is longer than 40 characters').exactOptional(),
  note: text,
  documents: list(z.strictObject({ code, title: text })),
  domains: list(z.strictObject({ code, name: text, purpose: text, metrics: list(metric), sources })),
  functions: list(
    z.strictObject({
      code,
      name: text,
      purpose: text,
      scope: text,
      benefits: list(text),
      primary: reach,
      secondary: reach,
      parties: responsibility.exactOptional(),
      sources,
    }),
  ),
  roles: list(z.strictObject({ ...role, sources })),
  controls: list(
    z.strictObject({
      kind: z.enum(controlKinds),
      name: text,
      does: text,
      tasks: list(z.strictObject({ name: text, does: text })),
      sources,
    }),
  ),
  overlays: list(
    z.strictObject({
      code,
      name: text,
      purpose: text,
      on: list(code),
      outcomes: list(z.strictObject({ code, text, activities: list(code) })),
      activities: list(z.strictObject(work)),
      inputs: list(text),
      outputs: list(text),
      sources,
    }),
  ),
  processes: list(process).min(1, 'is empty'),
  flows: list(z.strictObject({ from: code, to: code, what: text, source }), MOST_FLOWS),
});

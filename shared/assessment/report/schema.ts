import { z } from 'zod';
import { attributeCodes, type Level } from '../attributes.ts';
import { plainRatings, refinedRatings, type Rating } from '../scale.ts';
import type { Assessed } from '../value.ts';
import type { AttributeResult, ProcessResult } from '../workbook.ts';
import { isPlainText } from './plain-text.ts';
import type { AssessmentReport, FollowUp } from './report.ts';

const text = (most: number) => z.string().max(most).refine(isPlainText, 'holds control characters');
const line = text(500);
const long = text(20_000);
const code = text(80);
const day = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/, 'is no day');
const instant = z.int().min(-8.64e15).max(8.64e15).nullable();
const whole = z.int().min(0).max(1_000_000);
const attribute = z.enum(attributeCodes);
const codes = z.array(code).max(1000);

const rating = z.enum([
  ...plainRatings,
  ...refinedRatings.filter((one) => one !== 'N' && one !== 'F'),
]) satisfies z.ZodType<Rating>;
const level = z.union([
  z.literal(0),
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
]) satisfies z.ZodType<Level>;
const target = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);

const assessed = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rated'),
    rating,
    percent: z.number().min(0).max(100).exactOptional(),
    missing: whole.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('notApplicable') }),
  z.strictObject({ kind: z.literal('notRated') }),
]) satisfies z.ZodType<Assessed>;

/** Attributes of one process, as they are kept and sent. */
export const attributesSchema = z
  .array(z.strictObject({ attribute, value: assessed, rule: line }))
  .max(9) satisfies z.ZodType<readonly AttributeResult[]>;

const processResult = z.strictObject({
  process: code,
  target: level,
  attributes: attributesSchema,
  capability: z.strictObject({
    level,
    stoppedBy: z
      .strictObject({ attribute, because: z.enum(['low', 'notFull', 'notRated', 'notApplicable']) })
      .exactOptional(),
    isOpen: z.boolean(),
    incomplete: z.array(attribute).max(9),
    reason: line,
  }),
  gap: level,
}) satisfies z.ZodType<ProcessResult>;

const profileSchema = z.array(processResult).max(200);

const person = z.strictObject({ id: code, name: line });

const confidence = z.strictObject({
  text: long,
  facts: z.strictObject({
    cells: whole,
    rated: whole,
    notApplicable: whole,
    notRated: whole,
    withEvidence: whole,
    spread: z.strictObject({ compared: whole, same: whole, oneStep: whole, moreSteps: whole, mixed: whole }),
    instances: z.array(z.strictObject({ process: code, instances: whole, asked: whole })).max(200),
  }),
});

/** The form of a report, with the most that each part may hold. */
export const reportSchema = z.strictObject({
  format: z.literal(1),
  cover: z.strictObject({
    id: code,
    number: code,
    title: line,
    unit: line,
    marking: line,
    purpose: long,
    constraints: long,
    stakeholders: long,
    from: day,
    until: day,
    reportedAt: instant,
  }),
  scope: z.array(z.strictObject({ process: code, name: line, instance: line, target })).max(200),
  method: z.strictObject({
    model: line,
    modelCode: line,
    class: code,
    method: z.enum(['R1', 'R2', 'R3']),
    scale: code,
    rule: line,
    mapping: long,
    plan: long,
    collection: long,
  }),
  team: z.strictObject({
    sponsor: person.nullable(),
    lead: person.nullable(),
    coordinator: person.nullable(),
    assessors: z.array(person).max(1000),
    participants: z.array(person).max(1000),
  }),
  summary: long,
  confidence,
  profile: profileSchema,
  previous: z.strictObject({ id: code, number: code, title: line, profile: profileSchema }).nullable(),
  ratings: z
    .array(
      z.strictObject({
        number: code,
        process: code,
        attribute,
        item: code,
        instance: line,
        value: assessed,
        by: line,
        at: instant,
        why: long,
        evidence: codes,
      }),
    )
    .max(20_000),
  findings: z
    .array(
      z.strictObject({
        number: code,
        kind: code,
        process: code,
        attribute: code,
        title: line,
        text: long,
        evidence: codes,
      }),
    )
    .max(5000),
  recommendations: z
    .array(
      z.strictObject({
        number: code,
        process: code,
        title: line,
        text: long,
        findings: codes,
        effort: code,
        benefit: code,
        target: line,
      }),
    )
    .max(5000),
  evidence: z
    .array(
      z.strictObject({
        number: code,
        title: line,
        kind: code,
        state: code,
        processes: z.array(line).max(1000),
        source: line,
        heldAt: instant,
        verdict: long,
        files: z.array(z.strictObject({ name: line, hash: code })).max(1000),
      }),
    )
    .max(10_000),
}) satisfies z.ZodType<AssessmentReport>;

export const followUpSchema = z.strictObject({
  asOf: z.int().min(-8.64e15).max(8.64e15),
  lines: z
    .array(
      z.strictObject({
        number: code,
        state: code,
        owner: line,
        dueOn: instant,
        refusalReason: line,
        improvement: z.strictObject({ number: code, state: code }).nullable(),
      }),
    )
    .max(5000),
}) satisfies z.ZodType<FollowUp>;

import { levels, type Level } from '../../assessment/attributes.ts';
import { capabilityLevel } from '../../assessment/level.ts';
import { inComparison, type ReportInComparison } from '../../assessment/report/compared.ts';
import type { ReadResult } from '../../assessment/report/result-file.ts';
import { attributesSchema } from '../../assessment/report/schema.ts';
import type { ProcessResult } from '../../assessment/workbook.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import type { FieldValues, TableRow } from '../../definition/values.ts';
import { canonicalJson } from '../../kernel/canonical.ts';
import { deterministicRecordId } from '../../kernel/ids.ts';

/** Record id of a result from elsewhere: the same report is one record, whoever takes its file in. */
export function keptResultId(hash: string): string {
  return deterministicRecordId(['assessment-result', hash]);
}

/**
 * Fields of the record that keeps a result.
 * @param signatures what its signatures are worth, in words. @param marking '' where it is the usual one here.
 */
export function keptResultFields(
  { report, hash }: Pick<ReadResult, 'report' | 'hash'>,
  signatures: string,
  marking: string,
): FieldValues {
  const { cover } = report;
  const { on, model, profile } = inComparison(report);
  return {
    name: (cover.title || cover.number).slice(0, 200),
    unit: (cover.unit || 'Unit without a name').slice(0, 200),
    from: cover.from || null,
    until: cover.until || null,
    on: on || null,
    model: model.slice(0, 200),
    signatures: signatures.slice(0, 4000),
    hash,
    assessment: cover.id,
    profile: profile.map(({ process, capability, target, attributes }): TableRow => ({
      process,
      level: capability.level,
      target,
      attributes: canonicalJson(attributes),
    })),
    ...(marking === '' ? {} : { marking }),
  };
}

/** A kept result as comparisons take it, without its file; levels follow from the attributes. */
export function keptInComparison(record: RecordView): ReportInComparison {
  const value = record.fields['profile'];
  const rows = Array.isArray(value) ? (value as readonly TableRow[]) : [];
  return {
    id: textOf(record, 'assessment'),
    title: textOf(record, 'name'),
    unit: textOf(record, 'unit'),
    on: textOf(record, 'on'),
    model: textOf(record, 'model'),
    profile: rows.flatMap(processOf),
  };
}

function processOf({ process, target, attributes }: TableRow): readonly ProcessResult[] {
  const read = attributesSchema.safeParse(parsed(attributes));
  if (typeof process !== 'string' || !read.success) return [];
  const aim: Level = levels.find((level) => level === target) ?? 0;
  const capability = capabilityLevel(
    Object.fromEntries(read.data.map(({ attribute, value }) => [attribute, value])),
  );
  const gap = Math.max(0, aim - capability.level);
  return [{ process, target: aim, attributes: read.data, capability, gap }];
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import type { ExportSheet } from '#renderer/record/export/workbook.ts';
import { levelNames, processAttributes } from '#shared/assessment/attributes.ts';
import type { AssessmentReport } from '#shared/assessment/report/report.ts';
import { valueText } from '../labels.ts';

/** A line for each process: level, gap, reason. */
export function profileSheet({ profile, previous, scope }: AssessmentReport): ExportSheet {
  const names = new Map(scope.map(({ process, name }) => [process, name]));
  const before = new Map(previous?.profile.map(({ process, capability }) => [process, capability.level]));
  return {
    name: 'Profile',
    headers: ['Process', 'Name', 'Level', 'Level name', 'Target', 'Gap', 'May be more', 'Before', 'Reason'],
    rows: profile.map(({ process, capability, target, gap }) => [
      process,
      names.get(process) ?? null,
      capability.level,
      levelNames[capability.level],
      target,
      gap,
      capability.isOpen,
      before.get(process) ?? null,
      capability.reason,
    ]),
  };
}

/** A line for each attribute of each process. */
export function attributesSheet({ profile }: AssessmentReport): ExportSheet {
  const names = new Map(processAttributes.map(({ code, name }) => [code, name]));
  return {
    name: 'Attributes',
    headers: [
      'Process',
      'Attribute',
      'Name',
      'Rating',
      'Achievement (%)',
      'Values not rated',
      'How it was made',
    ],
    rows: profile.flatMap(({ process, attributes }) =>
      attributes.map(({ attribute, value, rule }) => [
        process,
        `PA ${attribute}`,
        names.get(attribute) ?? null,
        value.kind === 'rated' ? value.rating : valueText(value),
        value.kind === 'rated' ? (value.percent ?? null) : null,
        value.kind === 'rated' ? (value.missing ?? 0) : null,
        rule,
      ]),
    ),
  };
}

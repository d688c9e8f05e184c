import { useMemo } from 'react';
import { useConfig } from '#renderer/data/data.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import type { Tailoring } from '#shared/library/tailor.ts';

const kinds = ['outcome', 'name', 'notApplicable'] as const;

function tailoringOf(record: RecordView): Tailoring | undefined {
  const kind = kinds.find((one) => one === textOf(record, 'kind'));
  if (!kind || record.state !== 'active') return undefined;
  return {
    record: record.id,
    process: textOf(record, 'process'),
    kind,
    code: kind === 'outcome' ? '' : textOf(record, 'code').trim(),
    text: textOf(record, 'text'),
    evidence: textOf(record, 'evidence'),
    reason: textOf(record, 'reason'),
  };
}

/** Where this unit departs from the library now, the oldest first, live. */
export function useTailorings(): readonly Tailoring[] {
  const config = useConfig();
  return useMemo(
    () =>
      config
        .all('tailoring')
        .toSorted((one, other) => one.createdAt - other.createdAt)
        .flatMap((record) => tailoringOf(record) ?? []),
    [config],
  );
}

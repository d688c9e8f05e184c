import { useMemo } from 'react';
import { useConfig } from '#renderer/data/data.ts';
import type { Config } from '#shared/definition/config.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import type { Tailoring } from '#shared/library/tailor.ts';
import { keptModelOf } from '#shared/processes/improvement/model-choice.ts';

const kinds = ['outcome', 'name', 'notApplicable'] as const;

function tailoringOf(record: RecordView): Tailoring | undefined {
  const kind = kinds.find((one) => one === textOf(record, 'kind'));
  if (!kind || record.state !== 'active') return undefined;
  return {
    record: record.id,
    process: textOf(record, keptModelOf(record) === undefined ? 'process' : 'keptProcess').trim(),
    kind,
    code: kind === 'outcome' ? '' : textOf(record, 'code').trim(),
    text: textOf(record, 'text'),
    evidence: textOf(record, 'evidence'),
    reason: textOf(record, 'reason'),
  };
}

/** Where this unit departs now from a model, the oldest first, live. @param model id of a kept model's record; undefined for the shipped one */
export function useTailorings(model: string | undefined): readonly Tailoring[] {
  const config = useConfig();
  return useMemo(() => tailoringsIn(config, model), [config, model]);
}

/** The same, as the records say now. */
export function tailoringsIn(config: Config, model: string | undefined): readonly Tailoring[] {
  return config
    .all('tailoring')
    .filter((record) => keptModelOf(record) === model)
    .toSorted((one, other) => one.createdAt - other.createdAt)
    .flatMap((record) => tailoringOf(record) ?? []);
}

import { useMemo } from 'react';
import { useConfig } from '#renderer/data/data.ts';
import type { ModelState } from '#renderer/library/use-kept-model.ts';
import { useReferenceModel } from '#renderer/library/use-reference-model.ts';
import { useTailorings } from '#renderer/library/use-tailorings.ts';
import texts from '#resources/library/indicators.json';
import type { ItemSource } from '#shared/assessment/workbook.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { indicatorsSchema } from '#shared/library/indicators.ts';
import { tailorProcess } from '#shared/library/tailor.ts';
import { keptModelOf, processNamesOf } from '#shared/processes/improvement/model-choice.ts';

const indicators = new Map(
  indicatorsSchema.parse(texts).map(({ code, outcomes }) => [code.replace('PA ', ''), outcomes]),
);

/** The reference model that an assessment goes by, live; the shipped one without an assessment. */
export function useAssessmentModel(assessment: RecordView | undefined): ModelState {
  return useReferenceModel(assessment && keptModelOf(assessment));
}

/** What the reference model of an assessment says there is to rate, as this unit tailored it, live. No outcomes while its contents are not here. */
export function useItemSource(assessment?: RecordView): ItemSource {
  const state = useAssessmentModel(assessment);
  const model = state.kind === 'ready' ? state.model : undefined;
  const tailorings = useTailorings(assessment && keptModelOf(assessment));
  return useMemo(() => {
    const outcomes = new Map(
      model?.processes.map((process) => [
        process.code,
        tailorProcess(process, tailorings).outcomes.filter(({ notApplicable }) => !notApplicable),
      ]),
    );
    return {
      outcomes: (process) => outcomes.get(process) ?? [],
      indicators: (attribute) => indicators.get(attribute) ?? [],
    };
  }, [model, tailorings]);
}

/** Names of processes by their codes in the model of an assessment; '' where it has none. */
export function useProcessName(assessment: RecordView): (code: string) => string {
  const config = useConfig();
  return useMemo(() => {
    const names = processNamesOf(assessment, config);
    return (code) => names?.get(code) ?? '';
  }, [assessment, config]);
}

import { useMemo } from 'react';
import { useConfig } from '#renderer/data/data.ts';
import { useKeptModels, type ModelState } from '#renderer/library/use-kept-model.ts';
import { useReferenceModel } from '#renderer/library/use-reference-model.ts';
import { tailoringsIn, useTailorings } from '#renderer/library/use-tailorings.ts';
import { desmf } from '#resources/library/desmf.ts';
import texts from '#resources/library/indicators.json';
import type { ItemSource } from '#shared/assessment/workbook.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { indicatorsSchema } from '#shared/library/indicators.ts';
import type { ReferenceModel } from '#shared/library/model.ts';
import { tailorProcess, type Tailoring } from '#shared/library/tailor.ts';
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
  return useMemo(() => sourceOver(model, tailorings), [model, tailorings]);
}

/** The models of several assessments, each once, and the same of each assessment by its own. */
export function useItemSources(assessments: readonly RecordView[]): {
  readonly models: readonly ReferenceModel[];
  readonly sourceOf: (assessment: RecordView) => ItemSource;
} {
  const config = useConfig();
  const kept = JSON.stringify([...new Set(assessments.flatMap((one) => keptModelOf(one) ?? []))]);
  const ids = useMemo(() => JSON.parse(kept) as readonly string[], [kept]);
  const stateOf = useKeptModels(ids);
  return useMemo(() => {
    const models = new Map(
      ids.flatMap((id) => {
        const state = stateOf(id);
        return state.kind === 'ready' ? [[id, state.model] as const] : [];
      }),
    );
    const sources = new Map<string | undefined, ItemSource>([
      [undefined, sourceOver(desmf, tailoringsIn(config, undefined))],
      ...ids.map((id) => [id, sourceOver(models.get(id), tailoringsIn(config, id))] as const),
    ]);
    const none = sourceOver(undefined, []);
    return {
      models: [desmf, ...models.values()],
      sourceOf: (assessment) => sources.get(keptModelOf(assessment)) ?? none,
    };
  }, [ids, stateOf, config]);
}

function sourceOver(model: ReferenceModel | undefined, tailorings: readonly Tailoring[]): ItemSource {
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
}

/** Names of processes by their codes in the model of an assessment; '' where it has none. */
export function useProcessName(assessment: RecordView): (code: string) => string {
  const config = useConfig();
  return useMemo(() => {
    const names = processNamesOf(assessment, config);
    return (code) => names?.get(code) ?? '';
  }, [assessment, config]);
}

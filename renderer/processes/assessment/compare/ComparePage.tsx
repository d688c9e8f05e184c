import { useMemo } from 'react';
import { useData } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { paths, useAddressSearch, useNavigation } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { ComparedResult } from '#shared/assessment/compare.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { assessmentPaths, type CompareChoice } from '../places.ts';
import { ComparisonFilters } from './ComparisonFilters.tsx';
import { ComparisonView } from './ComparisonView.tsx';
import { ProcessModels } from '../process-models.tsx';
import { choiceFrom, chosenIds } from './compare-choice.ts';
import { ResultChoice } from './ResultChoice.tsx';
import { useAssessments, useComparables, useCompared } from './use-compared.ts';
import { useKeptResults } from './use-kept-results.ts';
import styles from './compare.module.css';

const all: readonly [] = [];

/** Assessments of any unit and year beside each other. */
export function ComparePage() {
  const assessments = useAssessments(all);
  const kept = useKeptResults();
  const isRead = assessments !== undefined && kept !== undefined;
  const isEmpty = isRead && assessments.length + kept.length === 0;
  const actor = useKnownActor();
  const canPlan = useData().catalogue.type('assessment')?.create.allows(actor, undefined) === true;
  return (
    <>
      <PageHeader
        title="Compare assessments"
        before={<AppLink href={paths.list({ type: 'assessment', where: [] })}>Assessments</AppLink>}
        actions={canPlan && <LinkButton href={assessmentPaths.takeIn}>Take in a result file</LinkButton>}
      />
      {!isRead && <div aria-busy="true" />}
      {isEmpty && (
        <EmptyState
          title="There is no assessment that you may see"
          text="Once two of them have agreed ratings, their levels stand here beside each other."
          action={canPlan && <LinkButton href={paths.create('assessment')}>New assessment</LinkButton>}
        />
      )}
      {isRead && !isEmpty && <Chosen assessments={assessments} kept={kept} />}
    </>
  );
}

interface ChosenProps {
  readonly assessments: readonly RecordView[];
  /** Results of other units. */
  readonly kept: readonly ComparedResult[];
}

function Chosen({ assessments, kept }: ChosenProps) {
  const search = useAddressSearch();
  const { go } = useNavigation();
  const choice = useMemo(() => choiceFrom(search), [search]);
  const own = useComparables(assessments);
  const comparables = useMemo(() => [...own, ...kept], [own, kept]);
  const ids = useMemo(() => chosenIds(comparables, choice.of), [comparables, choice.of]);
  const chosen = useMemo(() => assessments.filter(({ id }) => ids.includes(id)), [assessments, ids]);
  const { results: ownResults, models } = useCompared(chosen);
  const results = useMemo(
    () => ownResults && [...ownResults, ...kept.filter(({ id }) => ids.includes(id))],
    [ownResults, kept, ids],
  );
  const choose = (change: CompareChoice) =>
    go(assessmentPaths.compare({ ...choice, ...change }), { replace: true });
  const shown = results?.filter(
    ({ unit, on }) =>
      (choice.unit === undefined || unit === choice.unit) &&
      (choice.year === undefined || on.startsWith(choice.year)),
  );
  return (
    <ProcessModels models={models}>
      <div className={styles.page}>
        <ResultChoice all={comparables} chosen={ids} onChange={(of) => choose({ of })} />
        {results && <ComparisonFilters results={results} choice={choice} onChange={choose} />}
        {!shown && <div aria-busy="true" />}
        {shown?.length === 0 && (
          <EmptyState
            title="Nothing is chosen"
            text="Tick the assessments to compare, or widen unit and year."
          />
        )}
        {shown && shown.length > 0 && (
          <ComparisonView results={shown} base={choice.base} domain={choice.domain} />
        )}
      </div>
    </ProcessModels>
  );
}

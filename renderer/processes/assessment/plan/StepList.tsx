import { useData } from '#renderer/data/data.ts';
import { classes } from '#renderer/ui/classes.ts';
import { Section } from '#renderer/ui/Section.tsx';
import type { RecordView } from '#shared/definition/record.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { Remark } from '#shared/processes/improvement/remark.ts';
import { RecordActions } from '../../support/RecordActions.tsx';
import { useAllowed } from '../../support/use-allowed.ts';
import { RemarkLines, RemarkList } from './RemarkList.tsx';
import { stepsOf, type StepPlace } from './steps.ts';
import styles from './plan.module.css';

interface StepListProps {
  readonly assessment: RecordView;
  readonly remarks: readonly Remark[];
}

const marks: Readonly<Record<StepPlace, readonly [sign: string, words: string]>> = {
  done: ['✓', 'done'],
  current: ['▶', 'now'],
  ahead: ['○', 'ahead'],
};

/** All steps, where the assessment stands, and what each lacks. */
export function StepList({ assessment, remarks }: StepListProps) {
  const type = useData().catalogue.type('assessment');
  if (!type) return null;
  const steps = stepsOf(type.lifecycle, assessment);
  return (
    <Section title="Steps">
      <ol className={styles.steps}>
        {steps.map(({ state, label, help, place }) => {
          const own = remarks.filter((remark) => remark.step === state);
          const isShown = place !== 'ahead';
          return (
            <li
              key={state}
              className={classes(styles.step, place === 'current' && styles.current)}
              aria-current={place === 'current' ? 'step' : undefined}
            >
              <div className={styles.stepHead}>
                <span className={styles.mark} role="img" aria-label={marks[place][1]}>
                  {marks[place][0]}
                </span>
                <span className={styles.stepLabel} title={help}>
                  {label}
                </span>
                {own.length > 0 && !isShown && (
                  <span className={styles.muted}>
                    {own.length === 1 ? '1 thing missing' : `${own.length} things missing`}
                  </span>
                )}
              </div>
              {place === 'current' && own.length > 0 && <RemarkList remarks={own} />}
              {place === 'done' && own.length > 0 && (
                <ul className={classes(styles.remarks, styles.muted)}>
                  <RemarkLines remarks={own} />
                </ul>
              )}
              {place === 'current' && (
                <NextStep type={type} assessment={assessment} isMissing={own.length > 0} />
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

interface NextStepProps {
  readonly type: RecordType;
  readonly assessment: RecordView;
  readonly isMissing: boolean;
}

function NextStep({ type, assessment, isMissing }: NextStepProps) {
  const names = type.lifecycle.transitions
    .filter(({ from, primary }) => from.includes(assessment.state) && primary)
    .map(({ action }) => action);
  const actions = useAllowed(type, assessment, names);
  return (
    <>
      {actions.length > 0 && isMissing && (
        <p className={styles.muted}>What is missing stops nothing: you may go on if you know better.</p>
      )}
      <RecordActions type={type} record={assessment} actions={actions} />
    </>
  );
}

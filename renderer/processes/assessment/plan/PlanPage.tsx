import { AssessmentHeader, withAssessment, type AssessmentContent } from '../AssessmentPage.tsx';
import { Deliverables } from './Deliverables.tsx';
import { Schedule } from './Schedule.tsx';
import { ScopeEditor } from './ScopeEditor.tsx';
import { StepList } from './StepList.tsx';
import { Team } from './Team.tsx';
import styles from './plan.module.css';

/** Where an assessment stands, who assesses what, and when. */
export const PlanPage = withAssessment('Plan', Plan);

function Plan({ assessment, parts }: AssessmentContent) {
  return (
    <>
      <AssessmentHeader assessment={assessment} title="Plan" current="plan" />
      <div className={styles.page}>
        <div className={styles.side}>
          <StepList assessment={assessment} remarks={parts.remarks} />
          <Deliverables assessment={assessment} parts={parts} />
        </div>
        <div className={styles.body}>
          <Team assessment={assessment} />
          <ScopeEditor assessment={assessment} />
          <Schedule assessment={assessment} parts={parts} />
        </div>
      </div>
    </>
  );
}

import { useDrop } from '#renderer/record/attachments/use-drop.ts';
import { classes } from '#renderer/ui/classes.ts';
import { endedStates } from '#shared/processes/improvement/assessment-lifecycle.ts';
import { AssessmentHeader, withAssessment, type AssessmentContent } from '../AssessmentPage.tsx';
import { Deliverables } from './Deliverables.tsx';
import { useFieldFiles } from '../evidence/use-field-files.ts';
import { useMayAssess } from '../use-may-assess.ts';
import { EvidenceNeeds } from './EvidenceNeeds.tsx';
import { Schedule } from './Schedule.tsx';
import { ScopeEditor } from './ScopeEditor.tsx';
import { StepList } from './StepList.tsx';
import { Team } from './Team.tsx';
import styles from './plan.module.css';

/** Where an assessment stands, who assesses what, and when. */
export const PlanPage = withAssessment('Plan', Plan);

function Plan({ assessment, parts }: AssessmentContent) {
  const mayAdd = useMayAssess() && !endedStates.includes(assessment.state);
  const files = useFieldFiles(assessment, undefined);
  const drop = useDrop(files.add, mayAdd);
  return (
    <div {...drop.props} className={classes(styles.drop, drop.isOver && styles.over)}>
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
          <EvidenceNeeds assessment={assessment} parts={parts} files={mayAdd ? files : undefined} />
        </div>
      </div>
    </div>
  );
}

import { useState } from 'react';
import { classes } from '#renderer/ui/classes.ts';
import { useDrop } from '#renderer/record/attachments/use-drop.ts';
import { endedStates } from '#shared/processes/improvement/assessment-lifecycle.ts';
import { AssessmentHeader, withAssessment, type AssessmentContent } from '../AssessmentPage.tsx';
import { useMayAssess } from '../use-may-assess.ts';
import { CellPanel } from './CellPanel.tsx';
import { CoverageMatrix } from './CoverageMatrix.tsx';
import { FieldFiles } from './FieldFiles.tsx';
import { PieceTable } from './PieceTable.tsx';
import { Requests } from './Requests.tsx';
import { useFieldFiles } from './use-field-files.ts';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './evidence.module.css';

/** What evidence an assessment has, what it waits for, and what is still to be seen. */
export const EvidencePage = withAssessment('Evidence', Evidence);

function Evidence({ assessment, parts }: AssessmentContent) {
  const { coverage, evidence } = parts;
  const [chosen, setChosen] = useState('');
  const cell = coverage.cells.find((one) => `${one.process} ${one.attribute}` === chosen);
  const mayAdd = useMayAssess() && !endedStates.includes(assessment.state);
  const files = useFieldFiles(assessment, cell);
  const drop = useDrop(files.add, mayAdd);
  const unplaced = evidence.filter(({ id }) => coverage.unplaced.includes(id));
  return (
    <div {...drop.props} className={classes(styles.drop, drop.isOver && styles.over)}>
      <AssessmentHeader assessment={assessment} title="Evidence" current="evidence" />
      <div className={styles.page}>
        {mayAdd && <FieldFiles files={files} cell={cell} />}
        <div className={styles.columns}>
          <div className={styles.column}>
            <CoverageMatrix
              assessment={assessment}
              coverage={coverage}
              chosen={chosen}
              onChoose={(key) => setChosen(key === chosen ? '' : key)}
            />
            <Requests assessment={assessment} evidence={evidence} />
          </div>
          {cell && (
            <CellPanel
              key={chosen}
              assessment={assessment}
              cell={cell}
              evidence={evidence}
              mayAsk={mayAdd}
              onClose={() => setChosen('')}
            />
          )}
        </div>
        {unplaced.length > 0 && (
          <Section title="Tells of nothing in scope">
            <p className={styles.muted}>
              These name no process with an attribute or outcome that is assessed, so they count for no cell.
              Open one to say what it tells of.
            </p>
            <PieceTable caption="Tells of nothing in scope" pieces={unplaced} />
          </Section>
        )}
      </div>
    </div>
  );
}

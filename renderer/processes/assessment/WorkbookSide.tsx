import { useSummary } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { TeamProgress } from './TeamProgress.tsx';
import { useProcessName } from './use-item-source.ts';
import type { WorkbookMode } from './use-ratings.ts';
import styles from './workbook.module.css';

interface WorkbookSideProps {
  readonly assessment: RecordView;
  readonly mode: WorkbookMode;
  /** Lines of each process, in the order of the plan. */
  readonly totals: ReadonlyMap<string, number>;
  readonly current: string;
  readonly onChoose: (process: string) => void;
}

/** Beside the lines: the processes in scope, and for the lead assessor how far the team is. */
export function WorkbookSide(props: WorkbookSideProps) {
  const { assessment, mode, totals } = props;
  const actor = useKnownActor();
  const isLead = textOf(assessment, 'leadAssessor') === actor.id;
  const total = [...totals.values()].reduce((sum, own) => sum + own, 0);
  return (
    <div className={styles.side}>
      <ProcessList {...props} />
      {mode === 'rate' && isLead && <TeamProgress assessment={assessment} total={total} />}
    </div>
  );
}

/** Each process with what is answered of what there is. */
function ProcessList({ assessment, mode, totals, current, onChoose }: WorkbookSideProps) {
  const actor = useKnownActor();
  const nameOf = useProcessName(assessment);
  const groups = useSummary(
    {
      type: mode === 'rate' ? 'rating' : 'agreed-rating',
      where: [
        { column: 'assessment', in: [assessment.id] },
        { column: 'value', empty: false },
        ...(mode === 'rate' ? [{ column: 'assessor', in: [actor.id] }] : []),
      ],
    },
    byProcess,
  );
  const answered = groups && new Map(groups.map(({ key, value }) => [key, value]));
  return (
    <nav aria-label="Processes in scope">
      <ul className={styles.processes}>
        {[...totals].map(([process, all]) => (
          <li key={process}>
            <button
              type="button"
              className={styles.process}
              aria-current={process === current ? 'true' : undefined}
              onClick={() => onChoose(process)}
            >
              <span>
                {process} <span className={styles.processName}>{nameOf(process)}</span>
              </span>
              <span className={styles.count}>
                {answered ? (answered.get(process) ?? 0) : '…'} of {all}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const byProcess = { column: 'process' };

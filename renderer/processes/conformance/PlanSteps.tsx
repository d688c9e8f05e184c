import { useTitles } from '#renderer/record/use-titles.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import type { RecordView } from '#shared/definition/record.ts';
import { spanOf, stepsOf, stepStates } from '#shared/processes/improvement/conformance-plan.ts';
import styles from './conformance.module.css';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Steps of a plan over time: bars from first to last day, filled as far as each has come. */
export function PlanSteps({ plan }: { readonly plan: RecordView }) {
  const steps = stepsOf(plan);
  const names = useTitles(steps.map(({ owner }) => text(owner)).filter((id) => id !== ''));
  const span = spanOf(plan);
  if (!span) return null;
  const begin = Date.parse(span.from);
  const length = Math.max(1, Date.parse(span.until) - begin);
  return (
    <DataTable caption="Steps of the plan" className={styles.register ?? ''}>
      <thead>
        <tr>
          <th scope="col" data-number>
            Priority
          </th>
          <th scope="col">Step</th>
          <th scope="col">Owner</th>
          <th scope="col">
            When? {span.from} to {span.until}
          </th>
          <th scope="col" data-number>
            Target level
          </th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ step, process, owner, from, until, target, state, progress }, index) => {
          const share = state === 'done' ? 100 : typeof progress === 'number' ? progress : 0;
          const start = (Date.parse(text(from)) - begin) / length;
          const width = (Date.parse(text(until)) - Date.parse(text(from))) / length;
          return (
            <tr key={`${text(step)} ${String(index)}`}>
              <td data-number>{index + 1}</td>
              <th scope="row">
                {step}
                {text(process) !== '' && <div className={styles.small}>{process}</div>}
              </th>
              <td>{names.get(text(owner)) ?? ''}</td>
              <td>
                <div className={styles.track} aria-hidden="true">
                  <div
                    className={styles.bar}
                    style={{ left: `${String(start * 100)}%`, width: `${String(width * 100)}%` }}
                  >
                    <div className={styles.done} style={{ width: `${String(share)}%` }} />
                  </div>
                </div>
                <span className={styles.small}>
                  {from} to {until}
                </span>
              </td>
              <td data-number>{target}</td>
              <td>
                {stepStates.find(({ value }) => value === state)?.label ?? 'Planned'}
                <div className={styles.small}>{share} %</div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}

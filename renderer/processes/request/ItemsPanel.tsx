import { useConfig, useData } from '#renderer/data/data.ts';
import { RowState } from '#renderer/record/columns/RowState.tsx';
import { RowMarking } from '#renderer/record/RowMarking.tsx';
import { useRowTitles } from '#renderer/record/use-titles.ts';
import { paths } from '#renderer/record/navigation.ts';
import type { SlotProps } from '#renderer/record/slots.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { textOf } from '#shared/definition/record.ts';
import { Panel } from '../support/Panel.tsx';
import { progressText, type ItemProgress, type TaskLine } from './roll-up.ts';
import { useItems, type ItemsView } from './use-items.ts';
import panel from '../support/panel.module.css';
import styles from './request.module.css';

/** What was asked for on its way: each item with its tasks, and how far all of it is. */
export function ItemsPanel({ record }: SlotProps) {
  const view = useItems(record);
  const { progress, problems, dismiss } = view;
  if (!progress) return null;
  if (progress.items.length === 0) {
    return record.state === 'inFulfilment' ? (
      <Panel title="Items">
        <p className={panel.muted}>
          It asks for nothing from the catalogue, so it has no tasks. Record it as fulfilled when it is done.
        </p>
      </Panel>
    ) : null;
  }
  const { done, total, share } = progress;
  return (
    <Panel title="Items">
      <div className={styles.rollUp}>
        <Bar label="Progress of the request" share={share} />
        <span>
          {done} of {total} done
        </span>
      </div>
      <ProblemAlert problems={problems} onDismiss={dismiss} />
      <ul className={panel.list} aria-label="Items">
        {progress.items.map((item) => (
          <ItemLine key={item.row.id} item={item} view={view} />
        ))}
      </ul>
    </Panel>
  );
}

function Bar({ label, share }: { readonly label: string; readonly share: number }) {
  const percent = Math.floor(share * 100);
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <span className={styles.bar} style={{ width: `${percent}%` }} />
    </div>
  );
}

function ItemLine({ item, view }: { readonly item: ItemProgress; readonly view: ItemsView }) {
  const { catalogue } = useData();
  const config = useConfig();
  const { row, tasks, done, total } = item;
  const type = catalogue.type('request-item');
  const model = config.get(String(row.cells['item']));
  const title = String(row.cells['title'] ?? '');
  return (
    <li className={styles.item}>
      <div className={styles.itemHead}>
        <AppLink href={paths.record(row.id)} className={panel.number}>
          {String(row.cells['number'])}
        </AppLink>
        <span className={panel.title}>
          <RowMarking row={row} />
          {title}
          {model && textOf(model, 'name') !== title && (
            <>
              {' · '}
              <AppLink href={paths.record(model.id)}>{textOf(model, 'name')}</AppLink>
            </>
          )}
        </span>
        <span className={panel.end}>Number {String(row.cells['quantity'] ?? 1)}</span>
        {tasks.length > 0 && total > 0 && (
          <span className={styles.itemBar}>
            <Bar label={`Progress of ${title}`} share={done / total} />
          </span>
        )}
        <span className={panel.end}>{progressText(item)}</span>
        {type && <RowState type={type} row={row} />}
      </div>
      {tasks.length > 0 && (
        <ol className={styles.tasks} aria-label={`Tasks of ${title}`}>
          {tasks.map((task) => (
            <TaskRow key={task.row.id} task={task} view={view} />
          ))}
        </ol>
      )}
    </li>
  );
}

function TaskRow({ task: { row, isOpen }, view }: { readonly task: TaskLine; readonly view: ItemsView }) {
  const { catalogue } = useData();
  const titleOf = useRowTitles(row);
  const owner = row.cells['assignee'] ?? row.cells['team'];
  const type = catalogue.type('request-task');
  const title = String(row.cells['title'] ?? '');
  return (
    <li className={styles.task}>
      <span className={styles.step}>{String(row.cells['order'] ?? '')}</span>
      <AppLink href={paths.record(row.id)} className={panel.title}>
        <RowMarking row={row} />
        {title}
      </AppLink>
      <span className={panel.end}>{typeof owner === 'string' ? titleOf(owner) : 'nobody'}</span>
      {isOpen && view.mayComplete(row) && (
        <Button size="small" aria-label={`Complete task: ${title}`} onClick={() => view.complete(row)}>
          Complete
        </Button>
      )}
      {type && <RowState type={type} row={row} />}
    </li>
  );
}

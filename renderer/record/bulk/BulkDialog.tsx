import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { BulkResults } from './BulkResults.tsx';
import { useBulk } from './use-bulk.ts';
import type { Command } from '#shared/engine/commands.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import styles from '../form/form.module.css';

interface BulkDialogProps {
  readonly type: RecordType;
  readonly title: string;
  /** A verb: "Resolve incident". */
  readonly confirmLabel: string;
  readonly ids: readonly string[];
  /** Whether the inputs are sound; says so at the fields itself. */
  readonly check: () => Promise<boolean>;
  readonly commandFor: (record: string) => Command;
  readonly onDone?: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks once, runs over all records with progress and cancel, and tells what became of each. */
export function BulkDialog(props: BulkDialogProps) {
  const { type, title, confirmLabel, ids, check, commandFor, onDone, onClose, children } = props;
  const bulk = useBulk();
  const { progress, outcomes } = bulk;
  const isRunning = progress !== undefined && outcomes === undefined;
  const count = ids.length.toLocaleString('en-GB');
  const what = (ids.length === 1 ? type.label : type.plural).toLowerCase();

  const start = async () => {
    if (!(await check())) return;
    bulk.run(ids, commandFor);
    onDone?.();
  };
  return (
    <Dialog
      open
      title={`${title}: ${count} ${what}`}
      onClose={onClose}
      busy={isRunning}
      actions={
        outcomes ? (
          <>
            {outcomes.some(({ entries }) => entries.length > 0) && (
              <Button onClick={bulk.undo} disabled={bulk.isUndone}>
                {bulk.isUndone ? 'Undone' : 'Undo all'}
              </Button>
            )}
            <Button variant="primary" onClick={onClose} autoFocus>
              Done
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose} disabled={isRunning}>
              Leave as they are
            </Button>
            <Button variant="primary" busy={isRunning} onClick={() => void start()}>
              {confirmLabel}
            </Button>
          </>
        )
      }
    >
      {outcomes ? (
        <BulkResults outcomes={outcomes} total={ids.length} problems={bulk.problems} />
      ) : isRunning ? (
        <ProgressBar
          label={title}
          value={progress.done / Math.max(1, progress.total)}
          detail={`${progress.done.toLocaleString('en-GB')} of ${count}${progress.failed > 0 ? `, ${String(progress.failed)} refused` : ''}`}
          onCancel={bulk.cancel}
        />
      ) : (
        <div className={styles.quick}>{children}</div>
      )}
    </Dialog>
  );
}

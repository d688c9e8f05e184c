import { useMemo, useState } from 'react';
import { useTitles } from '#renderer/record/use-titles.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { registerOf } from '#shared/processes/improvement/conformance-register.ts';
import { useOpenYear } from './use-open-year.ts';
import type { Conformance } from './use-register.ts';
import styles from './conformance.module.css';

interface OpenYearDialogProps {
  readonly conformance: Conformance;
  readonly year: number;
  readonly components: readonly string[];
  readonly onClose: (opened: number | undefined) => void;
}

/** Asks for statements of all services of a year. */
export function OpenYearDialog({ conformance, year: first, components, onClose }: OpenYearDialogProps) {
  const { progress, problems, open, cancel } = useOpenYear();
  const [year, setYear] = useState(first);
  const [component, setComponent] = useState('');
  const [due, setDue] = useState('');
  const names = useTitles(components);
  const rows = useMemo(
    () =>
      registerOf(conformance, year).filter(
        (row) => row.statement === undefined && (component === '' || row.component === component),
      ),
    [conformance, year, component],
  );
  const ready = rows.filter(({ cell }) => cell !== undefined);
  const left = rows.length - ready.length;
  const begun = ready.filter(({ before }) => before !== undefined).length;
  const start = async () => {
    if (await open({ year, component, due, rows: ready })) onClose(year);
  };
  return (
    <Dialog
      open
      title="Open a year of conformance"
      width="small"
      onClose={() => onClose(undefined)}
      busy={progress !== undefined}
      actions={
        <>
          <Button onClick={() => onClose(undefined)} disabled={progress !== undefined}>
            Leave
          </Button>
          <Button variant="primary" busy={progress !== undefined} onClick={() => void start()}>
            Open {year}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <ProblemAlert problems={problems} />
        <Select
          label="Year"
          value={String(year)}
          options={[conformance.thisYear, conformance.thisYear + 1].map((one) => ({
            value: String(one),
            label: String(one),
          }))}
          onChange={(next) => setYear(Number(next))}
        />
        <Select
          label="Component"
          value={component}
          emptyLabel="All services of this unit"
          options={components.map((id) => ({ value: id, label: names.get(id) ?? '…' }))}
          onChange={setComponent}
        />
        <TextInput label="Statements due on" type="date" value={due} onChange={setDue} />
        <p role="status">
          {ready.length === 1 ? 'One draft is made' : `${String(ready.length)} drafts are made`}, {begun} with
          the texts of {year - 1}. Each needs its verdict anew.
          {left > 0 &&
            ` ${left === 1 ? 'One service without type or phase is' : `${String(left)} services without type or phase are`} left out. Open the year again once these are set.`}
        </p>
        {progress && (
          <ProgressBar
            label="Making statements"
            value={progress.total === 0 ? undefined : progress.done / progress.total}
            detail={`${String(progress.done)} of ${String(progress.total)}`}
            onCancel={cancel}
          />
        )}
      </div>
    </Dialog>
  );
}

import { useEffect, useRef } from 'react';
import { useData } from '#renderer/data/data.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { steps, type Busy, type ImportState, type Step } from './import-state.ts';
import { CheckStep } from './steps/CheckStep.tsx';
import { ColumnsStep } from './steps/ColumnsStep.tsx';
import { FileStep } from './steps/FileStep.tsx';
import { ResultStep } from './steps/ResultStep.tsx';
import { ValuesStep } from './steps/ValuesStep.tsx';
import type { StepProps } from './steps/step-props.ts';
import { useImport } from './use-import.ts';
import styles from './import.module.css';

const labels: Readonly<Record<Step, string>> = {
  file: 'File',
  columns: 'Columns',
  values: 'Values and dates',
  check: 'Check',
  result: 'Result',
};

const bodies = {
  file: FileStep,
  columns: ColumnsStep,
  values: ValuesStep,
  check: CheckStep,
  result: ResultStep,
} as const satisfies Record<Step, (props: StepProps) => React.ReactNode>;

/** Brings records in from CSV and Excel files, step by step; nothing is written before the last. */
export function ImportPage() {
  const { state, actions } = useImport();
  const { catalogue } = useData();
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<Step>('file');
  const { step, busy, template } = state;
  const type = catalogue.type(template?.recordType ?? '');
  const Body = bodies[step];

  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    place.current?.focus({ preventScroll: true });
    place.current?.scrollTo({ top: 0 });
  }, [step]);

  return (
    <div className={styles.page}>
      <PageHeader
        title="Import from a file"
        meta={state.file && <span>{state.file}</span>}
        actions={
          state.file &&
          step !== 'result' && (
            <Button onClick={actions.restart} disabled={busy !== undefined}>
              Another file
            </Button>
          )
        }
      >
        <StepList state={state} onGo={actions.go} />
      </PageHeader>
      <div
        className={styles.body}
        ref={place}
        tabIndex={-1}
        role="group"
        aria-label={`Step: ${labels[step]}`}
      >
        <ProblemAlert problems={state.problems} />
        {busy && <BusyBar busy={busy} onCancel={actions.cancel} />}
        <Body state={state} actions={actions} type={type} />
      </div>
      {step !== 'result' && <Foot state={state} onGo={actions.go} onWrite={() => void actions.write()} />}
    </div>
  );
}

function StepList({ state, onGo }: { readonly state: ImportState; readonly onGo: (step: Step) => void }) {
  return (
    <nav aria-label="Steps of the import">
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={step}>
            <button
              type="button"
              className={styles.step}
              aria-current={step === state.step ? 'step' : undefined}
              disabled={!canGo(state, step)}
              onClick={() => onGo(step)}
            >
              <span className={styles.number} aria-hidden="true">
                {index + 1}
              </span>
              {labels[step]}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Back is always possible before anything is written; forward once there is a file to look at. */
function canGo({ template, done, busy, step: now }: ImportState, step: Step): boolean {
  if (busy) return false;
  if (done || step === 'result') return step === now;
  return step === 'file' || template !== undefined;
}

function BusyBar({ busy, onCancel }: { readonly busy: Busy; readonly onCancel: () => void }) {
  const { progress, label, canCancel } = busy;
  const share = progress && progress.total > 0 ? progress.done / progress.total : undefined;
  const count = (value: number) => value.toLocaleString('en-GB');
  return (
    <ProgressBar
      label={label}
      value={share}
      detail={
        progress && share !== undefined
          ? `${count(progress.done)} of ${count(progress.total)} lines · ${Math.floor(share * 100)} %`
          : undefined
      }
      onCancel={canCancel ? onCancel : undefined}
    />
  );
}

interface FootProps {
  readonly state: ImportState;
  readonly onGo: (step: Step) => void;
  readonly onWrite: () => void;
}

function Foot({ state, onGo, onWrite }: FootProps) {
  const at = steps.indexOf(state.step);
  const before = steps[at - 1];
  const next = steps[at + 1];
  const { checked, busy } = state;
  const tally = checked?.tally;
  const entries = tally?.entries ?? 0;
  const isReady = tally !== undefined && tally.problemCount === 0 && entries > 0;
  return (
    <footer className={styles.foot}>
      {before && (
        <Button onClick={() => onGo(before)} disabled={busy !== undefined}>
          Back
        </Button>
      )}
      <span className={styles.grow} />
      {state.step === 'check' ? (
        <>
          {tally && <span className={styles.muted}>{readiness(tally.problemCount, entries)}</span>}
          <Button variant="primary" onClick={onWrite} disabled={!isReady} busy={busy !== undefined}>
            Import file
          </Button>
        </>
      ) : (
        next && (
          <Button
            variant="primary"
            onClick={() => onGo(next)}
            disabled={!state.template || busy !== undefined}
          >
            {state.step === 'values' ? 'Check file' : 'Next'}
          </Button>
        )
      )}
    </footer>
  );
}

function readiness(problems: number, entries: number): string {
  if (problems > 0) return 'Nothing is written while a line is refused.';
  return entries === 0 ? 'Everything in this file is here already.' : 'Nothing has been written yet.';
}

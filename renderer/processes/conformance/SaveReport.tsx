import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { useReportFile } from './use-report-file.ts';
import type { Report } from './use-report.ts';
import styles from './conformance.module.css';

/** The report as a workbook; one that is marked is saved on a second word. */
export function SaveReport({ report }: { readonly report: Report }) {
  const { problems, isBusy, asks, save } = useReportFile();
  return (
    <div className={`no-print ${styles.form ?? ''}`}>
      {asks !== undefined && (
        <Notice tone="warning">
          What stands in this file is marked <strong>{asks}</strong>. Save it only where such files may lie,
          and hand it on only to those who may read it.
        </Notice>
      )}
      <div>
        <Button busy={isBusy} onClick={() => void save(report)}>
          {asks === undefined ? 'Save as Excel' : `Save as ${asks}`}
        </Button>
      </div>
      <ProblemAlert problems={problems} />
    </div>
  );
}

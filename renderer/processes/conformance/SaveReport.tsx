import { useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { MarkedSaveDialog } from '#renderer/record/export/MarkedSaveDialog.tsx';
import { useMarkedSave } from '#renderer/record/export/use-marked-save.ts';
import { makeWorkbook } from '#renderer/record/export/workbook.ts';
import { MarkingTally } from '#renderer/record/marking-tally.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { reportSheets } from './report.ts';
import type { Report } from './use-report.ts';
import styles from './conformance.module.css';

const kind = { name: 'Excel workbook', extensions: ['xlsx'] } as const;

/** The report as a workbook; one that is marked is saved on a second word. */
export function SaveReport({ report }: { readonly report: Report }) {
  const data = useData();
  const { problems, asks, offer, confirm, forget } = useMarkedSave();
  const [isBusy, setIsBusy] = useState(false);
  const name = `Conformance ${String(report.year)}`;
  const save = async () => {
    setIsBusy(true);
    await offer(`${name}.xlsx`, async () => {
      const tally = new MarkingTally(data);
      await tally.addNamed(report.ids);
      const bytes = await makeWorkbook(reportSheets(report), data.zone);
      return { name, kind, bytes, marking: tally.highest() };
    });
    setIsBusy(false);
  };
  return (
    <div className={`no-print ${styles.form ?? ''}`}>
      <div>
        <Button busy={isBusy} onClick={() => void save()}>
          Save as Excel
        </Button>
      </div>
      <ProblemAlert problems={problems} />
      <MarkedSaveDialog {...{ asks, confirm, forget }} />
    </div>
  );
}

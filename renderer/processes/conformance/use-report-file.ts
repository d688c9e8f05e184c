import { useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { MarkingTally } from '#renderer/record/marking-tally.ts';
import { makeSheets } from '#renderer/record/export/workbook.ts';
import { useBridge } from '#renderer/session/bridge.tsx';
import { fileMarking } from '#renderer/session/shown-markings.ts';
import { toast } from '#renderer/session/toasts.ts';
import { readBridgeError } from '#shared/contracts/bridge-errors.ts';
import { problem, type Problem } from '#shared/kernel/errors.ts';
import { reportSheets } from './report.ts';
import type { Report } from './use-report.ts';

/** Saves a report as a workbook whose name carries the highest marking of what stands in it. */
export function useReportFile(): {
  readonly problems: readonly Problem[];
  readonly isBusy: boolean;
  readonly save: (report: Report) => Promise<void>;
} {
  const data = useData();
  const bridge = useBridge();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const save = async (report: Report) => {
    setProblems([]);
    setIsBusy(true);
    const tally = new MarkingTally(data);
    let name = `Conformance ${String(report.year)}.xlsx`;
    try {
      await tally.addNamed(report.ids);
      name = `Conformance ${String(report.year)} ${fileMarking(tally.highest())}.xlsx`;
      const bytes = await makeSheets(reportSheets(report), data.zone);
      const saved = await bridge.files.saveAs(name, bytes, [
        { name: 'Excel workbook', extensions: ['xlsx'] },
      ]);
      if (saved !== null) toast({ text: `Saved as ${saved}`, tone: 'success' });
    } catch (error) {
      const reason =
        readBridgeError(error)?.message ?? (error instanceof Error ? error.message : String(error));
      setProblems([problem('OUT-SHL-003', { path: name, reason })]);
    }
    setIsBusy(false);
  };
  return { problems, isBusy, save };
}

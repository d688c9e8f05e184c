import { useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { MarkingTally } from '#renderer/record/marking-tally.ts';
import { makeWorkbook } from '#renderer/record/export/workbook.ts';
import { useBridge } from '#renderer/session/bridge.tsx';
import { fileMarking } from '#renderer/session/shown-markings.ts';
import { toast } from '#renderer/session/toasts.ts';
import { readBridgeError } from '#shared/contracts/bridge-errors.ts';
import { isAboveLowest } from '#shared/definition/marking.ts';
import { problem, type Problem } from '#shared/kernel/errors.ts';
import { reportSheets } from './report.ts';
import type { Report } from './use-report.ts';

interface ReportFile {
  readonly name: string;
  readonly marking: string;
  readonly bytes: Uint8Array;
}

export interface ReportFileState {
  readonly problems: readonly Problem[];
  readonly isBusy: boolean;
  /** Marking of a file that is made and not saved yet: saving again saves it. */
  readonly asks: string | undefined;
  readonly save: (report: Report) => Promise<void>;
}

/** Saves a report as a workbook whose name carries the highest marking of what stands in it. */
export function useReportFile(): ReportFileState {
  const data = useData();
  const bridge = useBridge();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const [waiting, setWaiting] = useState<ReportFile>();

  const make = async (report: Report): Promise<ReportFile> => {
    const tally = new MarkingTally(data);
    await tally.addNamed(report.ids);
    const marking = tally.highest();
    const name = `Conformance ${String(report.year)} ${fileMarking(marking)}.xlsx`;
    return { name, marking, bytes: await makeWorkbook(reportSheets(report), data.zone) };
  };
  const save = async (report: Report) => {
    setProblems([]);
    setIsBusy(true);
    try {
      const file = waiting ?? (await make(report));
      const isAsked = waiting === undefined && isAboveLowest(file.marking);
      setWaiting(isAsked ? file : undefined);
      const kind = { name: 'Excel workbook', extensions: ['xlsx'] };
      const saved = isAsked ? null : await bridge.files.saveAs(file.name, file.bytes, [kind]);
      if (saved !== null) toast({ text: `Saved as ${saved}`, tone: 'success' });
    } catch (error) {
      const reason =
        readBridgeError(error)?.message ?? (error instanceof Error ? error.message : String(error));
      setProblems([problem('OUT-SHL-003', { path: `Conformance ${String(report.year)}.xlsx`, reason })]);
    }
    setIsBusy(false);
  };
  return { problems, isBusy, asks: waiting?.marking, save };
}

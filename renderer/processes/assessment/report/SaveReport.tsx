import { useData } from '#renderer/data/data.ts';
import { MarkedSaveDialog } from '#renderer/record/export/MarkedSaveDialog.tsx';
import { useMarkedSave } from '#renderer/record/export/use-marked-save.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { localDate } from '#shared/kernel/time.ts';
import { resultBytes, workbookBytes } from './report-files.ts';
import type { SignedReport } from './signed-report.ts';

const excel = { name: 'Excel workbook', extensions: ['xlsx'] } as const;
const result = { name: 'Result of an assessment', extensions: ['json'] } as const;

/** Saves the report as a workbook, or as the file by which it reaches another unit. */
export function SaveReport({ signed }: { readonly signed: SignedReport }) {
  const data = useData();
  const zone = useZone();
  const { problems, asks, offer, confirm, forget } = useMarkedSave();
  const { cover } = signed.report;
  const name = (what: string) => `${what} ${cover.number} ${localDate(data.now(), zone)}`;
  const save = (kind: typeof excel | typeof result, what: string, bytes: () => Promise<Uint8Array>) =>
    offer(`${name(what)}.${kind.extensions[0]}`, async () => ({
      name: name(what),
      kind,
      bytes: await bytes(),
      marking: cover.marking,
    }));
  return (
    <>
      <Button onClick={() => void save(excel, 'Report', () => workbookBytes(signed, zone))}>
        Save Excel
      </Button>
      {cover.reportedAt !== null && (
        <Button onClick={() => void save(result, 'Result', () => Promise.resolve(resultBytes(signed)))}>
          Save result file
        </Button>
      )}
      <ProblemAlert problems={problems} />
      <MarkedSaveDialog {...{ asks, confirm, forget }} />
    </>
  );
}

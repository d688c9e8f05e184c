import { writeResultFile } from '#shared/assessment/report/result-file.ts';
import { holds } from '#shared/assessment/report/statement.ts';
import { reportSheets } from './sheets/report-sheets.ts';
import type { SignedReport } from './signed-report.ts';

/** The report as an .xlsx file, with times on the wall clock of the zone. */
export async function workbookBytes(signed: SignedReport, zone: string): Promise<Uint8Array> {
  const { makeWorkbook } = await import('#renderer/record/export/workbook.ts');
  return makeWorkbook(reportSheets(signed), zone);
}

/** The report as a result file, with the signatures that hold for it as it is. */
export function resultBytes({ report, signatures, followUp }: SignedReport): Uint8Array {
  const fitting = signatures.filter(({ verdict }) => holds(verdict));
  return writeResultFile({ report, signatures: fitting.map(({ signature }) => signature), followUp });
}

import type { ExportSheet } from '#renderer/record/export/workbook.ts';
import type { SignedReport } from '../signed-report.ts';
import { attributesSheet, profileSheet } from './profile-sheets.ts';
import { evidenceSheet, findingsSheet, ratingsSheet, recommendationsSheet } from './part-sheets.ts';
import { methodSheet, signaturesSheet, summarySheet } from './summary-sheets.ts';

/** The whole report as a workbook: nothing is left out, each sheet carries the marking. */
export function reportSheets(signed: SignedReport): readonly ExportSheet[] {
  const { report, followUp } = signed;
  const { marking } = report.cover;
  return [
    summarySheet(signed),
    methodSheet(report),
    profileSheet(report),
    attributesSheet(report),
    ratingsSheet(report),
    findingsSheet(report),
    recommendationsSheet(report, followUp),
    evidenceSheet(report),
    signaturesSheet(signed),
  ].map((sheet) => ({ ...sheet, marking }));
}

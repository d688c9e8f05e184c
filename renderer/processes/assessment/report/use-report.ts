import { useEffect, useMemo, useState } from 'react';
import { useConfig, useData, useRecord, useRecords, useRecordsById } from '#renderer/data/data.ts';
import type { ItemSource } from '#shared/assessment/workbook.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { useItemSource } from '../use-item-source.ts';
import { finishReport, type OwnReport, type ReportParts } from './finish-report.ts';

/** Agreed ratings of an assessment that are read at once: 27 processes, 40 outcomes, 10 instances. */
const mostRatings = 12_000;
/** The same of all assessors. */
const mostOpened = 120_000;
const mostParts = 20_000;

/** The report of an assessment with its signatures, live; undefined until all of it is read. */
export function useReport(assessment: RecordView, source: ItemSource): OwnReport | undefined {
  const data = useData();
  // Accounts say which keys are whose.
  const config = useConfig();
  const parts = useReportParts(assessment, source);
  const [made, setMade] = useState<OwnReport>();
  useEffect(() => {
    if (!parts) return undefined;
    let isOver = false;
    finishReport(data, parts).then(
      (report) => {
        if (!isOver) setMade(report);
      },
      (fault: unknown) => {
        // The page shows the fault as it shows any other.
        if (!isOver)
          setMade(() => {
            throw fault;
          });
      },
    );
    return () => {
      isOver = true;
    };
  }, [data, config, parts]);
  return made;
}

function useReportParts(assessment: RecordView, source: ItemSource): ReportParts | undefined {
  const { id } = assessment;
  const { record: previous, isLoading } = useRecord(textOf(assessment, 'previous') || undefined);
  const earlierSource = useItemSource(previous);
  const agreed = useRecords([ofAssessment('agreed-rating', id)], mostRatings);
  const earlier = useRecords(previous ? [ofAssessment('agreed-rating', previous.id)] : [], mostRatings);
  const opened = useRecords([ofAssessment('rating', id)], mostOpened);
  const others = useRecords(
    ['finding', 'recommendation', 'evidence', 'report-signature'].map((type) => ofAssessment(type, id)),
    mostParts,
  );
  const improvements = useRecordsById(
    useMemo(
      () => (others ?? []).map((one) => textOf(one, 'improvement')).filter((one) => one !== ''),
      [others],
    ),
  );
  return useMemo(() => {
    if (isLoading || !agreed || !earlier || !opened || !others || !improvements) return undefined;
    const of = (type: string) => others.filter((one) => one.type === type);
    return {
      assessment,
      source,
      agreed,
      ratings: opened,
      findings: of('finding'),
      recommendations: of('recommendation'),
      evidence: of('evidence'),
      signatures: of('report-signature'),
      improvements,
      previous: previous && { assessment: previous, agreed: earlier, source: earlierSource },
    };
  }, [assessment, source, isLoading, previous, agreed, earlier, earlierSource, opened, others, improvements]);
}

function ofAssessment(type: string, assessment: string) {
  return { type, where: [{ column: 'assessment', in: [assessment] }] };
}

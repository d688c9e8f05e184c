import type { ReactNode } from 'react';
import { useData } from '#renderer/data/data.ts';
import { PrintFrame } from '#renderer/record/print/PrintFrame.tsx';
import { usePaper } from '#renderer/record/print/use-paper.ts';
import { useAddressPart } from '#renderer/session/address.ts';
import { NotFoundPage } from '#renderer/shell/pages/NotFoundPage.tsx';
import { textOf } from '#shared/definition/record.ts';
import { withAssessment, type AssessmentContent } from '../AssessmentPage.tsx';
import { printedParts, type PrintedPart } from '../places.ts';
import { namedOnPaper } from './named.ts';
import { CollectionPaper } from './CollectionPaper.tsx';
import { PlanPaper } from './PlanPaper.tsx';
import { ValidationPaper } from './ValidationPaper.tsx';

const papers: Readonly<
  Record<PrintedPart, { readonly title: string; readonly Body: (props: AssessmentContent) => ReactNode }>
> = {
  plan: { title: 'Assessment plan', Body: PlanPaper },
  collection: { title: 'Data collection', Body: CollectionPaper },
  validation: { title: 'Data validation', Body: ValidationPaper },
};

/** Deliverables 1 to 3 of an assessment, as they go on paper. */
export const PrintPartPage = withAssessment('Deliverable', PrintPart);

function PrintPart(content: AssessmentContent) {
  const wanted = useAddressPart('part');
  const part = printedParts.find((one) => one === wanted);
  return part ? <Paper key={part} part={part} {...content} /> : <NotFoundPage />;
}

function Paper({ part, ...content }: AssessmentContent & { readonly part: PrintedPart }) {
  const data = useData();
  const { assessment } = content;
  const { title, Body } = papers[part];
  const isReady = usePaper({ ids: namedOnPaper(content), isComplete: true });
  const place = printedParts.indexOf(part) + 1;
  return (
    <PrintFrame
      name={`${title} ${assessment.number}`}
      title={`${title}: ${textOf(assessment, 'name')}`}
      subtitle={`Deliverable ${place} of capability assessment ${assessment.number}`}
      asOf={data.now()}
      landscape={part !== 'plan'}
      isReady={isReady}
    >
      <Body {...content} />
    </PrintFrame>
  );
}

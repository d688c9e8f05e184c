/** Pages of an assessment. */
export const assessmentPaths = {
  plan: (id: string) => `/assessment/${id}/plan`,
  evidence: (id: string) => `/assessment/${id}/evidence`,
  workbook: (id: string) => `/assessment/${id}`,
  result: (id: string) => `/assessment/${id}/result`,
  interview: (id: string, session: string) => `/assessment/${id}/interview/${session}`,
  printPart: (id: string, part: PrintedPart) => `/print/assessment/${id}/${part}`,
  letter: (id: string, person: string) => `/print/assessment/${id}/letter/${person}`,
  printInterview: (id: string, session: string) => `/print/assessment/${id}/interview/${session}`,
};

/** The deliverables that are printed from the plan; the fourth is the result. */
export const printedParts = ['plan', 'collection', 'validation'] as const;
export type PrintedPart = (typeof printedParts)[number];

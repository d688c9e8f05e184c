import { defaultStringifySearch } from '@tanstack/react-router';
import type { AttributeCode } from '#shared/assessment/attributes.ts';

export const resultViews = ['profile', 'gap', 'heat', 'swot', 'comparison'] as const;
export type ResultView = (typeof resultViews)[number];

/** A line of the workbook, as far as it is known. */
export interface WorkbookPlace {
  readonly process?: string | undefined;
  readonly attribute?: AttributeCode;
  /** Which lines: those that are open, or that differ; absent: all. */
  readonly show?: string | undefined;
}

/** Addresses of the pages of assessments. */
export const assessmentPaths = {
  workbook: (id: string, place: WorkbookPlace = {}) =>
    `/assessment/${id}${defaultStringifySearch({ ...place })}`,
  result: (id: string, view?: ResultView) =>
    `/assessment/${id}/result${defaultStringifySearch(view === undefined ? {} : { view })}`,
  report: (id: string) => `/assessment/${id}/report`,
  kept: (id: string) => `/assessment/kept/${id}`,
  takeIn: '/assessment/take-in',
  plan: (id: string) => `/assessment/${id}/plan`,
  evidence: (id: string) => `/assessment/${id}/evidence`,
  interview: (id: string, session: string) => `/assessment/${id}/interview/${session}`,
  printPart: (id: string, part: PrintedPart) => `/print/assessment/${id}/${part}`,
  letter: (id: string, person: string) => `/print/assessment/${id}/letter/${person}`,
  printInterview: (id: string, session: string) => `/print/assessment/${id}/interview/${session}`,
  compare: (choice: CompareChoice = {}) => `/assessments/compare${defaultStringifySearch({ ...choice })}`,
};

/** What the page of the comparison shows. */
export interface CompareChoice {
  /** Ids of results; absent: all. */
  readonly of?: readonly string[] | undefined;
  /** Id of the result with which all others are compared; absent: each with the one before. */
  readonly base?: string | undefined;
  readonly domain?: string | undefined;
  readonly unit?: string | undefined;
  readonly year?: string | undefined;
}
/** The deliverables that are printed from the plan; the fourth is the result. */
export const printedParts = ['plan', 'collection', 'validation'] as const;
export type PrintedPart = (typeof printedParts)[number];

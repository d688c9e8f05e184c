import type { ProblemKind } from './template.ts';

/** Reports of assessments: signing them, and files by which results come from elsewhere. */
export const reportProblems = {
  'OUT-RPT-001': {
    title: 'Result file too large',
    message: '{file} has {size}; a result file may have {limit}.',
    next: 'Choose the file as Outpost saved it. Nothing was taken in.',
  },
  'OUT-RPT-002': {
    title: 'Not a result file',
    message: '{file} is no result of an assessment: {fault}.',
    next: 'Choose a file that was saved with “Save result file”, with this version of Outpost or an earlier one. Nothing was taken in.',
  },
  'OUT-RPT-003': {
    title: 'Result file faulty',
    message: '{file} does not hold what a result holds, at {place}: {fault}.',
    next: 'Ask whoever sent it to save it anew. Nothing was taken in.',
  },
  'OUT-RPT-004': {
    title: 'Level does not follow',
    message: '{file} gives {process} level {level}, which its ratings of attributes do not come to.',
    next: 'Do not rely on it. Ask whoever sent it for the file as it was saved. Nothing was taken in.',
  },
  'OUT-RPT-005': {
    title: 'Result file altered',
    message: '{file}: the signature of {name} does not fit the report in it.',
    next: 'Do not rely on it. Ask whoever sent it for the file as it was saved. Nothing was taken in.',
  },
  'OUT-RPT-006': {
    title: 'No key to sign with',
    message: '{name} opened this device without a passphrase, so nothing here can sign in their name.',
    next: 'Sign in with the passphrase and sign again, or print the report and sign on paper.',
  },
  'OUT-RPT-007': {
    title: 'Report cannot be signed',
    message: '{reason}',
    next: 'Close the assessment with its report; then the lead assessor and the sponsor sign it on its page.',
  },
} as const satisfies Record<string, ProblemKind>;

import type { ProblemKind } from './template.ts';

/** A file that cannot be read, or a line of it that cannot become a record. */
export const importProblems = {
  'OUT-IMP-001': {
    title: 'Not a table',
    message: '{file} is not a CSV or Excel file: {fault}',
    next: 'Export the data as CSV (UTF-8) or .xlsx and choose that file.',
  },
  'OUT-IMP-002': {
    title: 'Wrong encoding',
    message: '{file} is not {encoding}: line {line} holds bytes that this encoding does not have.',
    next: 'Choose the encoding that the file has, or save it as UTF-8.',
  },
  'OUT-IMP-003': {
    title: 'Import file too large',
    message: '{file} is {size}; at most {limit} can be read here.',
    next: 'Split the file, or export a shorter period.',
  },
  'OUT-IMP-004': {
    title: 'Column missing',
    message: '{file} has no column “{column}”, which the template maps to {field}.',
    next: 'Map another column to {field}, or leave it out.',
  },
  'OUT-IMP-005': {
    title: 'Line rejected',
    message: 'Line {line}, column {column}: {reason}',
    next: 'Correct the line in the file, or map its value, and run the import again.',
  },
  'OUT-IMP-006': {
    title: 'Key more than once',
    message: 'Line {line} has the key “{value}” of line {firstLine} in column {column}.',
    next: 'Remove one of the lines, or import the file as an event log.',
  },
  'OUT-IMP-007': {
    title: 'Record already here',
    message: 'Line {line}: {record} with the key “{value}” exists already.',
    next: 'Choose whether existing records are skipped or updated.',
  },
  'OUT-IMP-008': {
    title: 'File empty',
    message: '{file} holds no lines below its headings.',
    next: 'Choose a file with data.',
  },
  'OUT-IMP-009': {
    title: 'Wrong number of cells',
    message: 'Line {line} has {count} cells; the headings have {expected}.',
    next: 'Check the separator and the quotes around texts that hold it.',
  },
  'OUT-IMP-010': {
    title: 'Import cancelled',
    message: 'The import of {file} was cancelled; nothing of it was kept.',
    next: 'Start it again when you are ready.',
  },
  'OUT-IMP-011': {
    title: 'Import stopped',
    message: 'The import of {file} stopped at line {line}: {reason} Nothing of it was kept.',
    next: 'Mend the cause and run the import again.',
  },
  'OUT-IMP-012': {
    title: 'Required field not mapped',
    message: 'No column and no fixed value is given for {field}, which every {recordType} needs.',
    next: 'Map a column to {field}, or give it a fixed value.',
  },
  'OUT-IMP-013': {
    title: 'Value not mapped',
    message: 'Column {column} holds “{value}”, which is not a choice of {field}.',
    next: 'Say which choice of {field} it stands for.',
  },
  'OUT-IMP-014': {
    title: 'Already imported differently',
    message: 'Line {line}: the history of {value} has gone on here and cannot take an earlier event.',
    next: 'Enter it by hand as a note, or leave the record out of the file.',
  },
  'OUT-IMP-015': {
    title: 'Events out of order',
    message:
      'Line {line}: time, sequence number and place in the file of the events of {value} contradict each other.',
    next: 'The order that most of the three say was taken. Check the line if that is wrong.',
  },
  'OUT-IMP-016': {
    title: 'Template does not fit',
    message: 'The template “{template}” cannot be used: {fault}',
    next: 'Choose another template, or map the columns by hand.',
  },
  'OUT-IMP-017': {
    title: 'Reference not unique',
    message: '{field}: {count} {target} have the name “{value}”.',
    next: 'Rename all but one of them, or match by another field.',
  },
  'OUT-IMP-018': {
    title: 'State not reachable',
    message: '{recordType} {value} is {state}, and no action leads from there to {target}.',
    next: 'Map the state of the source to another state.',
  },
  'OUT-IMP-019': {
    title: 'Quotation mark never closed',
    message: 'Line {line} has a quotation mark that is not closed, or text after a closed one.',
    next: 'Write a quotation mark inside a text twice, or check the separator.',
  },
  'OUT-IMP-020': {
    title: 'Figure differs from the source',
    message: '{field} of {value} comes to {count} by its events; column {column} says {expected}.',
    next: 'The events were kept as they are. Compare them with the source if the figure matters.',
  },
  'OUT-IMP-021': {
    title: 'Lines of one record far apart',
    message:
      'The lines of the records lie so far apart that they do not fit in memory; reached at line {line}.',
    next: 'Sort the file by {column}, then choose it again.',
  },
} as const satisfies Record<string, ProblemKind>;

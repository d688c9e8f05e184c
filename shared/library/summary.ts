import type { ReferenceModel } from './model.ts';

/** Longest name of a process in a record; the file has it whole. */
const longestName = 200;

/** What the record of a kept model says of it: enough to list it, and to check a scope, before its file is on the device. */
export function summaryOf({ code, name, note, processes }: ReferenceModel) {
  return {
    code,
    name: name.slice(0, longestName),
    note,
    processes: processes.map((process) => ({
      code: process.code,
      name: process.name.slice(0, longestName),
      outcomes: process.outcomes.length,
      activities: process.activities.length,
    })),
  };
}

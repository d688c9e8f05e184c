import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { csvHeadings, csvRow } from './tickets-csv.ts';

const { values } = parseArgs({
  options: { records: { type: 'string', default: '1000' }, out: { type: 'string' } },
});
const records = Number(values.records);
if (!Number.isInteger(records) || records < 1) {
  throw new Error(`--records takes a whole number from 1 on, not “${values.records}”.`);
}
const path = resolve(values.out ?? `tickets-${records}.csv`);
const file = createWriteStream(path);
// The mark tells spreadsheets that the file is UTF-8.
file.write(`\ufeff${csvHeadings}\r\n`);
for (let index = 0; index < records; index += 1) {
  if (!file.write(`${csvRow(index)}\r\n`)) await once(file, 'drain');
}
file.end();
await once(file, 'finish');
console.log(`${records} incidents are in ${path}: import it as Incident, key “Ticket”, dates in UTC.`);

import { lineOf, median, type Line } from '../../lines.ts';
import { openIncidents } from '../../records.ts';
import { interleave } from '../interleave.ts';
import { openSubjects } from '../subjects/all.ts';

const entries = 500;

/** A record with 500 entries, each written by its own command, so each in a row of its own. */
export async function measureTimeline(records: number): Promise<readonly Line[]> {
  const { outpost, close } = await openSubjects(['outpost']);
  const { data } = outpost;
  const longRecord = openIncidents(1, records)[0]?.id ?? '';
  for (let count = (await data.timeline(longRecord)).length; count < entries; count += 1) {
    const isNote = count % 2 === 0;
    const result = await data.execute(
      isNote
        ? {
            kind: 'note',
            record: longRecord,
            text: `Note ${count}: tried the spare cable, no change.`,
            audience: 'internal',
          }
        : { kind: 'edit', record: longRecord, fields: { symptom: `Symptom after step ${count}` } },
    );
    if (!result.ok) throw new Error(result.error[0]?.code ?? 'refused');
  }
  const times = await interleave(11, {
    timeline: () => data.timeline(longRecord),
    load: () => data.load(longRecord),
  });
  await close();
  return [
    lineOf(
      {
        what: `record and timeline of ${entries} entries, data`,
        value: median(times.timeline) + median(times.load),
        unit: 'ms',
        detail: `record alone ${median(times.load).toFixed(1)} ms`,
      },
      { most: 100 },
    ),
  ];
}

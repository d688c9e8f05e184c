import { realpath } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openJournal } from '#electron/main/journal/journal.ts';
import { FragileDisk, journalRow, readAll } from '#test/support/journal-files.ts';
import { tempFolder } from '#test/support/temp-folder.ts';

/** The lock is not what is tested, and a machine without power holds none. */
const lock = () => Promise.resolve(() => Promise.resolve());

test('JNL-5 power cut after an acknowledgement, any of them, of the journal: acknowledged rows are there, half written ones are kept aside', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 5 }), {
        minLength: 1,
        maxLength: 12,
      }),
      fc.nat(11),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      async (batches, awaited, chances) => {
        const folder = await realpath(await tempFolder());
        const after = await tempFolder();
        const disk = new FragileDisk(folder);
        const journal = await openJournal({ folder, fs: disk.files, lock, rotateAt: 900 });
        let seq = 0;
        const appends = batches.map((lengths) => {
          const rows = lengths.map((length) => journalRow((seq += 1), 'replica-a', length));
          return { rows, isDone: journal.append(rows) };
        });
        const acknowledged = appends.slice(0, awaited + 1);
        await Promise.all(acknowledged.map(({ isDone }) => isDone));
        await disk.cutInto(after, () => Number(chances.next().value));

        const recovered = await openJournal({ folder: after, lock });
        const rows = await readAll(recovered);
        for (const { rows: expected } of acknowledged) {
          for (const row of expected) expect(rows).toContainEqual(row);
        }
        await recovered.append([journalRow(1_000)]);
        expect(await readAll(recovered)).toEqual([...rows, journalRow(1_000)]);
        await recovered.close();
        await Promise.all(appends.map(({ isDone }) => isDone));
        await journal.close();
      },
    ),
    { numRuns: 60 },
  );
});

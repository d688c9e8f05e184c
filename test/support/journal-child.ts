import { writeSync } from 'node:fs';
import { openJournal } from '#electron/main/journal/journal.ts';
import { journalRow } from './journal-files.ts';

/**
 * A process of its own that appends rows until it is killed: `journal-child <folder> <first seq>`. It prints the seq of
 * each row once that row is acknowledged, and `locked` when it cannot have the journal.
 */
const [, , folder = '', first = '1'] = process.argv;

const pause = new Int32Array(new SharedArrayBuffer(4));

/** Straight to the descriptor: what is printed has left the process when the next line runs. A pipe that is full is waited for. */
function print(line: string | number): void {
  let rest = Buffer.from(`${line}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(pause, 0, 0, 5);
    }
  }
}

const journal = await openJournal({ folder, rotateAt: 20_000 }).catch((error: unknown) => {
  print(error instanceof Error && error.message.startsWith('OUT-STO-010') ? 'locked' : String(error));
  process.exit(3);
});
print('open');

let seq = Number(first);
async function appendForEver(): Promise<never> {
  for (;;) {
    const row = journalRow(seq);
    seq += 1;
    await journal.append([row]);
    print(row.seq);
  }
}
await Promise.all([appendForEver(), appendForEver(), appendForEver()]);

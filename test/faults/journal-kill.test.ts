import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { openJournal } from '#electron/main/journal/journal.ts';
import { journalRow, readAll } from '#test/support/journal-files.ts';
import { tempFolder } from '#test/support/temp-folder.ts';

const childPath = fileURLToPath(new URL('../support/journal-child.ts', import.meta.url));

/** Starts the child; `until` gets every line it prints and answers true when it has seen enough. */
function startChild(folder: string, firstSeq: number) {
  const child = spawn(process.execPath, ['--import', 'tsx', childPath, folder, String(firstSeq)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  const isRead = new Promise<void>((resolve) => reader.once('close', resolve));
  let onLine: () => void = () => undefined;
  reader.on('line', (line) => {
    lines.push(line);
    onLine();
  });
  return {
    lines,
    isRead,
    until: (isEnough: () => boolean) =>
      new Promise<void>((resolve) => {
        onLine = () => {
          if (isEnough()) resolve();
        };
        reader.once('close', resolve);
        onLine();
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await isRead;
    },
  };
}

test(
  'JNL-5 kill -9 of the app while it appends, again and again: every acknowledged row is there afterwards',
  { timeout: 60_000 },
  async () => {
    const folder = await tempFolder();
    const acknowledged = new Set<number>();
    let next = 1;
    for (const enough of [1, 150, 77, 400]) {
      const child = startChild(folder, next);
      await child.until(() => child.lines.length > enough);
      await child.kill();
      const seqs = child.lines.slice(1).map(Number);
      expect(child.lines[0]).toBe('open');
      expect(seqs.length).toBeGreaterThanOrEqual(enough);
      for (const seq of seqs) acknowledged.add(seq);

      const journal = await openJournal({ folder });
      const rows = await readAll(journal);
      await journal.close();
      const read = new Map(rows.map((row) => [row.seq, row]));
      for (const seq of acknowledged) expect(read.get(seq)).toEqual(journalRow(seq));
      next = Math.max(...read.keys()) + 1;
    }
  },
);

test(
  'JNL-6 two processes: the second is refused, and gets the journal when the first was killed',
  { timeout: 60_000 },
  async () => {
    const folder = await tempFolder();
    const first = startChild(folder, 1);
    await first.until(() => first.lines.length > 0);
    expect(first.lines[0]).toBe('open');
    await expect(openJournal({ folder })).rejects.toThrow(/^OUT-STO-010 .*Another running Outpost/);
    const second = startChild(folder, 1);
    await second.isRead;
    expect(second.lines).toEqual(['locked']);
    await first.kill();
    const journal = await openJournal({ folder });
    await journal.close();
  },
);

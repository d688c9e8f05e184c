import { expect, test } from 'vitest';
import type { JournalRow, OutpostBridge } from '#shared/contracts/bridge.ts';
import { testVault } from '#test/support/vault.ts';
import { sealedJournal } from './sealed-journal.ts';

test('TRU-106 rows of the journal are encrypted; those of an earlier version are read as they are', async () => {
  const rows: JournalRow[] = [{ replica: 'r', seq: 1, bytes: new Uint8Array([0, 1, 2]) }];
  const journal = {
    append: (added: readonly JournalRow[]) => {
      rows.push(...added);
      return Promise.resolve();
    },
    readPage: () => Promise.resolve({ rows, next: null }),
    readRange: () => Promise.resolve({ rows: rows.slice(1), next: null }),
  } as unknown as OutpostBridge['journal'];
  const sealed = sealedJournal(journal, testVault());
  const words = new TextEncoder().encode('\u0000Zanzibar');
  await sealed.append([{ replica: 'r', seq: 2, bytes: words }]);
  expect(Buffer.from(rows[1]!.bytes).includes('Zanzibar')).toBe(false);
  const page = await sealed.readPage(null);
  expect(page.rows.map(({ bytes }) => [...bytes])).toEqual([[0, 1, 2], [...words]]);
  // A row that was put in another's place does not open.
  rows[1] = { ...rows[1]!, seq: 3 };
  await expect(sealed.readRange('r', 1, 3)).rejects.toMatchObject({ problem: { code: 'OUT-KEY-001' } });
});

import { sealRow, openRow } from '#renderer/data/vault/contents.ts';
import { testVault } from '#test/support/vault.ts';
import { lineOf, median, ms, type Line } from '../../lines.ts';

/** Bytes of a record's contents: a small one, and one with 25 fields. */
const sizes = [300, 1100] as const;
const rounds = 31;
const inRound = 500;

/** What encryption costs: one record sealed and opened, and as many as the run has. No goal stands here; see docs/performance.md. */
export function measureSealing(records: number): Promise<readonly Line[]> {
  const lines = sizes.flatMap((size) => costOf(size, records));
  return Promise.resolve(lines);
}

function costOf(size: number, records: number): readonly Line[] {
  const vault = testVault();
  const rows = Array.from({ length: inRound }, (_, n) => ({
    n,
    bytes: new Uint8Array(size).map((__, index) => (index * 31 + n) % 256),
  }));
  const sealed = rows.map((row) => sealRow(vault, 'log', row));
  const work = {
    sealing: () => rows.forEach((row) => sealRow(vault, 'log', row)),
    opening: () => sealed.forEach((row) => openRow(vault, 'log', row)),
  };
  return Object.entries(work).map(([name, run]) => {
    run();
    const times = Array.from({ length: rounds }, () => {
      const begun = performance.now();
      run();
      return (performance.now() - begun) / inRound;
    });
    const one = median(times);
    return lineOf({
      what: `${name} a record of ${size} bytes`,
      value: one * 1000,
      unit: 'µs',
      detail: `${records.toLocaleString('en')} of them ${ms(one * records)}`,
    });
  });
}

import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { emptyPlace, openForTest } from '#test/support/hub-storage.ts';
import { startTestHub } from '#test/support/hub.ts';

describe('what the hub must survive', () => {
  it('SYN-223 power cut after an acknowledgement, of the hub: both databases write through to the disk before they answer', async () => {
    const sqlite = await openForTest(await emptyPlace('sqlite'));
    const pragma = (name: string) =>
      sqlite.snapshot(async (db) => (await sql.raw<object>(`pragma ${name}`).execute(db)).rows[0]);
    expect(await pragma('synchronous')).toEqual({ synchronous: 2 });
    expect(await pragma('journal_mode')).toEqual({ journal_mode: 'wal' });
    const postgres = await openForTest(await emptyPlace('postgresql'));
    const shown = await postgres.snapshot(
      async (db) => (await sql<object>`show synchronous_commit`.execute(db)).rows[0],
    );
    expect(shown).toEqual({ synchronous_commit: 'on' });
  });

  it('SYN-213 a flipped byte anywhere in a log: the suffix is refused with its reason, the rest goes on', async () => {
    const hub = await startTestHub();
    const [author, other] = [await hub.device(), await hub.device()];
    author.write(3);
    other.write(200);
    await author.exchange({ runs: [author.run(1, 1)] });
    const good = author.run(2, 3);
    let taken = 0;
    // The first byte names the format: another one is a newer format, which is stored on its sender's word (SYN-217).
    for (let at = 1; at < good.bytes.length; at += 1) {
      const bytes = good.bytes.slice();
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      const own = Math.min(200, at + 1);
      const request = author.message({ runs: [{ ...good, bytes }, other.unsignedRun(own, own)] });
      const answer = await author.post(request);
      // What stands at the start of a run names it for the message, too.
      if (!answer.ok) {
        expect(await answer.json()).toMatchObject({ code: 'OUT-SYN-002' });
        continue;
      }
      taken += 1;
      const held = await hub.hub.storage.logs.vector(hub.workspace);
      expect(held[author.replica]).toBe(1);
    }
    expect(taken).toBeGreaterThan(good.bytes.length / 2);
    expect((await author.sync()).have[author.replica]).toBe(3);
    await other.sync();
    expect(author.entries).toEqual(other.others.get(author.replica));
  });
});

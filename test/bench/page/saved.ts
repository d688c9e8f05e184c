import { OutpostDatabase } from '#renderer/data/database.ts';
import { testVault } from '#test/support/vault.ts';
import { indexSignature } from '#renderer/data/start-workers.ts';
import { OutpostSubject } from './subjects/outpost.ts';

const patience = 120;

/** Waits until the index worker has saved all it knows. Returns the seconds it took. */
export async function untilIndexIsSaved(): Promise<number> {
  const outpost = new OutpostSubject();
  await outpost.open();
  await outpost.count();
  const database = new OutpostDatabase(outpost.data.databaseName, testVault());
  try {
    for (let second = 0; second < patience; second += 1) {
      const [state, last] = await Promise.all([
        database.meta.get('index-state'),
        database.log.orderBy('n').last(),
      ]);
      const { n = 0, signature } = (state?.value ?? {}) as {
        readonly n?: number;
        readonly signature?: string;
      };
      if (last && n >= last.n + last.count - 1 && signature === indexSignature) return second;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  } finally {
    database.close();
    await outpost.close();
  }
  throw new Error(`The index was not saved within ${patience} seconds.`);
}

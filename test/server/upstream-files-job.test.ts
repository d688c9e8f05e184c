import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { getFile, putFile } from '#test/support/device-files.ts';
import { deviceOf, joinUnder } from '#test/support/hub-above.ts';
import { startTestHub } from '#test/support/hub.ts';

describe('a hub that runs', () => {
  it('SYN-258 brings attachments to the hub above and fetches them from there by itself', async () => {
    const brigade = await startTestHub();
    const unit = await startTestHub({ upstreamSeconds: 1 });
    await joinUnder(unit, brigade);
    const [laptop, desk] = [await unit.device(), await deviceOf(brigade, unit.workspace)];
    const up = await putFile(laptop, randomBytes(2000));
    await expect.poll(() => getFile(desk, up), { timeout: 10_000 }).toBeDefined();
    const down = await putFile(desk, randomBytes(3000));
    await expect.poll(() => getFile(laptop, down), { timeout: 10_000 }).toBeDefined();
  });
});

import { describe, expect, it } from 'vitest';
import { adminHeaders, adminSessionsSchema } from '#shared/contracts/hub-admin.ts';
import { hubPaths } from '#shared/contracts/hub.ts';
import { longestIdle, longestSession } from '#server/hub/admin-sessions.ts';
import { makeToken } from '#server/hub/tokens.ts';
import type { Storage } from '#server/storage/storage.ts';
import { AdminBrowser, codeIn } from '#test/support/admin-browser.ts';
import { emptyPlace, engines } from '#test/support/hub-storage.ts';
import { runHubCommand } from '#test/support/hub-process.ts';
import { startTestHub, type TestHub } from '#test/support/hub.ts';

const tokenOf = ({ hub }: TestHub, label = 'Ada') => makeToken(hub.storage.tokens, label, hub.clock.now());

async function signedIn(hub: TestHub, label?: string): Promise<AdminBrowser> {
  const browser = new AdminBrowser(hub.address);
  expect((await browser.signIn(await tokenOf(hub, label))).status).toBe(200);
  return browser;
}

const everything = (storage: Storage) =>
  storage.snapshot((db) => db.selectFrom('adminSessions').selectAll().execute());

function age(storage: Storage, by: Partial<Record<'madeAt' | 'usedAt', number>>): Promise<void> {
  return storage.replace(async (db) => {
    for (const row of await db.selectFrom('adminSessions').selectAll().execute()) {
      const older = { madeAt: row.madeAt - (by.madeAt ?? 0), usedAt: row.usedAt - (by.usedAt ?? 0) };
      await db.updateTable('adminSessions').set(older).where('hash', '=', row.hash).execute();
    }
  });
}

const newWorkspace = (name: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ name }),
});

describe.each(engines)('sessions of administrators on %s', (engine) => {
  it('SYN-701 signing in gives a cookie that only the administration gets, and the hub keeps its hash', async () => {
    const hub = await startTestHub({ engine });
    const browser = await signedIn(hub);
    const [pair = '', ...attributes] = browser.setCookie.split('; ');
    expect(pair).toMatch(/^outpost-admin-[\w-]{11}=[\w-]{43}$/);
    expect(attributes).toEqual(['Path=/api/v1/admin', 'HttpOnly', 'SameSite=Strict']);
    expect(await browser.statusOf(hubPaths.adminStorage)).toBe(200);
    const kept = JSON.stringify(await everything(hub.hub.storage));
    expect(kept).not.toContain(pair.split('=')[1]);
    const nobody = new AdminBrowser(hub.address);
    expect(codeIn(await nobody.ask(hubPaths.adminStorage))).toBe('OUT-SYN-029');
    nobody.cookie = pair.replace(/.{5}$/, 'AAAAA');
    expect(codeIn(await nobody.ask(hubPaths.adminStorage))).toBe('OUT-SYN-063');
    expect(codeIn(await nobody.signIn('outpost_notatokenofthishub'))).toBe('OUT-SYN-029');
    expect(nobody.setCookie).toBe('');
  });

  it('SYN-702 what changes something needs the hub’s own page and its proof', async () => {
    const hub = await startTestHub({ engine });
    const browser = await signedIn(hub);
    const wish = newWorkspace('Second');
    const elsewhere = 'https://evil.example';
    const without: Readonly<Record<string, string>>[] = [
      { [adminHeaders.proof]: '' },
      { [adminHeaders.proof]: 'a'.repeat(64) },
      { origin: elsewhere },
      { origin: 'null' },
      { origin: browser.address.replace(/\d+$/, '1') },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ];
    for (const headers of without) {
      const answer = await browser.ask(hubPaths.adminWorkspaces, {
        ...wish,
        headers: { ...wish.headers, ...headers },
      });
      expect([headers, answer.status, codeIn(answer)]).toEqual([headers, 403, 'OUT-SYN-062']);
    }
    const bare = new AdminBrowser(browser.address);
    bare.cookie = browser.cookie;
    expect(await bare.statusOf(hubPaths.adminWorkspaces, wish)).toBe(403);
    expect(await bare.statusOf(hubPaths.adminSession, { method: 'DELETE' })).toBe(403);
    expect(await browser.statusOf(hubPaths.adminWorkspaces, wish)).toBe(201);
    expect(await hub.hub.storage.workspaces.list()).toHaveLength(2);
  });

  it('SYN-703 signing in begins under a new id, and ends the session that the browser came with', async () => {
    const hub = await startTestHub({ engine });
    const victim = new AdminBrowser(hub.address);
    const planted = `outpost-admin-${hub.hub.identity.id}=${'A'.repeat(43)}`;
    victim.cookie = planted;
    await victim.signIn(await tokenOf(hub));
    expect(victim.cookie).not.toBe(planted);
    const attacker = new AdminBrowser(hub.address);
    attacker.cookie = planted;
    expect(codeIn(await attacker.ask(hubPaths.adminStorage))).toBe('OUT-SYN-063');
    attacker.cookie = victim.cookie;
    await victim.signIn(await tokenOf(hub));
    expect(codeIn(await attacker.ask(hubPaths.adminStorage))).toBe('OUT-SYN-063');
    expect(await victim.statusOf(hubPaths.adminStorage)).toBe(200);
    expect(await everything(hub.hub.storage)).toHaveLength(1);
  });

  it('SYN-704 a session ends by age, without use, by signing out, by another one, and with its token', async () => {
    const hub = await startTestHub({ engine });
    const { storage } = hub.hub;
    const over = async (browser: AdminBrowser) => codeIn(await browser.ask(hubPaths.adminStorage));
    const idle = await signedIn(hub);
    await age(storage, { usedAt: longestIdle - 60_000 });
    const bySelf = { headers: { [adminHeaders.bySelf]: '1' } };
    expect(await idle.statusOf(hubPaths.adminStorage, bySelf)).toBe(200);
    await age(storage, { usedAt: 60_000 });
    expect(await over(idle)).toBe('OUT-SYN-063');

    const used = await signedIn(hub);
    await age(storage, { usedAt: longestIdle - 60_000 });
    expect(await used.statusOf(hubPaths.adminStorage)).toBe(200);
    await age(storage, { usedAt: 60_000 });
    expect(await used.statusOf(hubPaths.adminStorage)).toBe(200);
    await age(storage, { madeAt: longestSession });
    expect(await over(used)).toBe('OUT-SYN-063');

    const leaving = await signedIn(hub);
    const left = await leaving.ask(hubPaths.adminSession, { method: 'DELETE' });
    expect([left.status, left.headers['set-cookie']?.[0]]).toEqual([
      204,
      expect.stringContaining('Max-Age=0'),
    ]);
    expect(await over(leaving)).toBe('OUT-SYN-063');

    const [one, other] = [await signedIn(hub), await signedIn(hub, 'Bea')];
    const listed = adminSessionsSchema.parse(JSON.parse((await one.ask(hubPaths.adminSessions)).text));
    expect(listed.map(({ label, isThis }) => [label, isThis]).sort()).toEqual([
      ['Ada', true],
      ['Bea', false],
    ]);
    const id = listed.find(({ isThis }) => !isThis)?.id ?? '';
    expect(await one.statusOf(`${hubPaths.adminSessions}/${id}`, { method: 'DELETE' })).toBe(204);
    expect(await over(other)).toBe('OUT-SYN-063');

    expect(await runHubCommand(hub.place, 'sessions')).toMatch(/^Ada from 127\.0\.0\.1, since /);
    expect(await runHubCommand(hub.place, 'revoke-token', 'Ada')).toMatch(
      /^\d+ revoked, 1 sessions ended\.$/m,
    );
    expect(await over(one)).toBe('OUT-SYN-063');
    expect(await runHubCommand(hub.place, 'sessions')).toBe('Nobody is signed in.\n');
  });

  it('SYN-705 all processes know a session, and a restart ends none', async () => {
    const place = await emptyPlace(engine);
    const [first, second] = [await startTestHub({ place }), await startTestHub({ place })];
    const browser = await signedIn(first);
    const there = new AdminBrowser(second.address);
    Object.assign(there, { cookie: browser.cookie, proof: browser.proof });
    expect(await there.statusOf(hubPaths.adminStorage)).toBe(200);
    await first.stop();
    await second.stop();
    const again = new AdminBrowser((await startTestHub({ place })).address);
    Object.assign(again, { cookie: browser.cookie, proof: browser.proof });
    expect(await again.statusOf(hubPaths.adminWorkspaces, newWorkspace('After'))).toBe(201);
  });

  it('SYN-706 wrong tokens slow their address down, over restarts, for pages and scripts alike', async () => {
    const place = await emptyPlace(engine);
    const first = await startTestHub({ place });
    const token = await tokenOf(first);
    const browser = new AdminBrowser(first.address);
    const wrong = 'outpost_thisisnotatoken';
    for (let round = 0; round < 4; round += 1) expect((await browser.signIn(wrong)).status).toBe(401);
    const script = { headers: { authorization: `Bearer ${wrong}` } };
    expect(codeIn(await browser.ask(hubPaths.adminStorage, script))).toBe('OUT-SYN-029');
    const barred = await browser.signIn(token);
    expect([barred.status, codeIn(barred)]).toEqual([429, 'OUT-SYN-061']);
    expect(Number(barred.headers['retry-after'])).toBeGreaterThan(0);
    await first.stop();
    const hub = await startTestHub({ place });
    const later = new AdminBrowser(hub.address);
    expect((await later.signIn(token)).status).toBe(429);
    expect(
      await later.statusOf(hubPaths.adminStorage, { headers: { authorization: `Bearer ${token}` } }),
    ).toBe(429);
    const pass = (by: number) =>
      hub.hub.storage.replace(async (db) => {
        for (const { source, failedAt } of await db.selectFrom('adminTries').selectAll().execute())
          await db
            .updateTable('adminTries')
            .set({ failedAt: failedAt - by })
            .where('source', '=', source)
            .execute();
      });
    await pass(5_000);
    expect((await later.signIn(wrong)).status).toBe(401);
    await pass(5_000);
    expect((await later.signIn(token)).status).toBe(429);
    await pass(5_000);
    expect((await later.signIn(token)).status).toBe(200);
    expect((await later.signIn(wrong)).status).toBe(401);
    expect((await later.signIn(token)).status).toBe(200);
  });

  it('SYN-706 many addresses together are slowed down too, for a minute at most, but none from which a right token came last', async () => {
    const hub = await startTestHub({ engine });
    const { adminTries } = hub.hub.storage;
    const browser = new AdminBrowser(hub.address);
    const failByMany = async () => {
      for (let failure = 0; failure < 500; failure += 1) await adminTries.fail('*', hub.hub.clock.now(), 0);
    };
    await failByMany();
    const answer = await browser.signIn(await tokenOf(hub));
    expect(answer.status).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(60);
    await adminTries.forget(Number.MAX_SAFE_INTEGER);
    expect((await browser.signIn(await tokenOf(hub))).status).toBe(200);
    await failByMany();
    expect((await browser.signIn(await tokenOf(hub))).status).toBe(200);
    expect((await browser.signIn('outpost_thisisnotatoken')).status).toBe(401);
    expect((await browser.signIn(await tokenOf(hub))).status).toBe(429);
    expect(await browser.statusOf(hubPaths.adminStorage)).toBe(200);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '#server/config.ts';
import { securityHeaders } from '#shared/contracts/csp.ts';
import { apiPrefix, hubPaths } from '#shared/contracts/hub.ts';
import { AdminBrowser } from '#test/support/admin-browser.ts';
import { Device } from '#test/support/device.ts';
import { runHubCommand, startHubProcess } from '#test/support/hub-process.ts';
import { emptyPlace, engines } from '#test/support/hub-storage.ts';
import { startTestHub } from '#test/support/hub.ts';
import { requestRaw } from '#test/support/raw-request.ts';
import { tempFolder } from '#test/support/temp-folder.ts';

describe('the page', () => {
  it('SYN-283 is served with the application’s headers, at every address of its own', async () => {
    const page = await tempFolder();
    await mkdir(join(page, 'assets'));
    await writeFile(join(page, 'index.html'), '<!doctype html><title>Outpost</title>');
    await writeFile(join(page, 'assets', 'app-1a2b.js'), 'export {};\n'.repeat(500));
    const hub = await startTestHub({ page });
    const accept = { accept: 'text/html' };
    for (const path of ['/', '/records/incident/1']) {
      const response = await fetch(hub.address + path, { headers: accept });
      expect([path, response.status, await response.text()]).toEqual([
        path,
        200,
        '<!doctype html><title>Outpost</title>',
      ]);
      for (const [name, value] of Object.entries(securityHeaders)) {
        expect([name, response.headers.get(name)]).toEqual([name, value]);
      }
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
    const script = await fetch(`${hub.address}/assets/app-1a2b.js`);
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('content-encoding')).toMatch(/br|gzip/);
    for (const path of ['/assets/none.js', '/../package.json', `${apiPrefix}/none`]) {
      expect([path, (await fetch(hub.address + path)).status]).toEqual([path, 404]);
    }
  });

  it('SYN-284 of another origin may ask, with the headers of signed requests', async () => {
    const hub = await startTestHub();
    const response = await fetch(`${hub.address}${apiPrefix}${hubPaths.exchange}`, {
      method: 'OPTIONS',
      headers: { origin: 'outpost://app', 'access-control-request-method': 'POST' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-headers')).toContain('outpost-signature');
  });
});

describe.each(engines)('the process on %s', (engine) => {
  it('SYN-285 starts with no configuration but its place, takes commands while it runs, and stops when told', async () => {
    const place = await emptyPlace(engine);
    const hub = await startHubProcess(place);
    const first = new Device();
    await first.enrol(hub.address, hub.code ?? '');
    first.write(5);
    await first.sync();
    const [code = ''] = (await runHubCommand(place, 'code', '--label', 'Second')).split(' ');
    const second = new Device();
    await second.enrol(hub.address, code);
    await second.sync();
    expect(second.others.get(first.replica)).toEqual(first.entries);
    const token = (await runHubCommand(place, 'token', 'Desk')).trim();
    const admin = await fetch(`${hub.address}${apiPrefix}${hubPaths.adminStorage}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await admin.json()).toMatchObject({ entries: 5 });
    const file = join(await tempFolder(), 'copy');
    await runHubCommand(place, 'backup', file);
    await runHubCommand(place, 'revoke', second.replica);
    await expect(second.exchange()).rejects.toThrow('OUT-SYN-023');
    await expect(runHubCommand(place, 'revoke', 'nobody')).rejects.toThrow('OUT-SYN-022');
    expect(await hub.stop()).toBe(0);
    await expect(runHubCommand(place, 'restore', file)).rejects.toThrow('OUT-SYN-041');
    await runHubCommand(place, 'restore', file, '--replace');
    const again = await startHubProcess(place);
    expect(again.code).toBeUndefined();
    second.address = again.address;
    expect((await second.sync()).have).toEqual({ [first.replica]: 5 });
    expect(await again.stop()).toBe(0);
  });
});

describe('the settings', () => {
  it('SYN-286 are checked at the start, naming the wrong one', () => {
    expect(() => readConfig({ OUTPOST_HUB_PORT: 'many' })).toThrow('OUT-SYN-039 OUTPOST_HUB_PORT');
    expect(() => readConfig({ DATABASE_URL: 'mysql://x' })).toThrow('OUT-SYN-039 DATABASE_URL');
    expect(() => readConfig({ OUTPOST_HUB_TLS_CERT: 'a.pem' })).toThrow('OUT-SYN-039 OUTPOST_HUB_TLS_CERT');
    expect(readConfig({ OUTPOST_HUB_PORT: '' })).toMatchObject({ port: 4790, host: '127.0.0.1' });
  });

  it('SYN-287 a certificate and its key make it speak TLS only', async () => {
    const folder = await tempFolder();
    const [certificate, key] = [join(folder, 'hub.pem'), join(folder, 'hub.key')];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:hub.unit.example'];
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
    execFileSync('openssl', ['req', '-x509', ...kind, ...subject, '-keyout', key, '-out', certificate], {
      stdio: 'ignore',
    });
    const tls = { OUTPOST_HUB_TLS_CERT: certificate, OUTPOST_HUB_TLS_KEY: key };
    const place = await emptyPlace('sqlite');
    const hub = await startHubProcess(place, tls);
    expect(hub.address).toMatch(/^https:/);
    const health = await requestRaw(hub.address, `${apiPrefix}${hubPaths.health}`);
    expect([health.status, health.headers['strict-transport-security']]).toEqual([200, 'max-age=31536000']);
    const asked = (host: string) => requestRaw(hub.address, `${apiPrefix}/none`, { headers: { host } });
    expect((await asked('hub.unit.example')).status).toBe(404);
    const refused = await asked('evil.example');
    expect([refused.status, refused.headers['strict-transport-security']]).toEqual([421, 'max-age=31536000']);
    const browser = new AdminBrowser(hub.address);
    await browser.signIn((await runHubCommand(place, 'token', 'Ada')).trim());
    expect(browser.setCookie).toMatch(
      /^__Secure-outpost-admin-.*; Path=\/api\/v1\/admin; HttpOnly; SameSite=Strict; Secure$/,
    );
    expect(await browser.statusOf(hubPaths.adminStorage)).toBe(200);
    const plain = { headers: { origin: hub.address.replace('https:', 'http:') } };
    expect(await browser.statusOf(hubPaths.adminStorage, plain)).toBe(403);
    expect(await hub.stop()).toBe(0);
  });
});

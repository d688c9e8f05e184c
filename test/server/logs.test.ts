import { expect, it } from 'vitest';
import { apiPrefix, hubHeaders, hubPaths } from '#shared/contracts/hub.ts';
import { toBase64Url } from '#shared/kernel/canonical.ts';
import { AdminBrowser } from '#test/support/admin-browser.ts';
import { Device } from '#test/support/device.ts';
import { putFile } from '#test/support/device-files.ts';
import { runHubCommand, startHubProcess } from '#test/support/hub-process.ts';
import { emptyPlace, engines } from '#test/support/hub-storage.ts';

it.each(engines)(
  'SYN-718 the logs of a whole run hold no token, code, cookie, key, signature or content of a record, on %s',
  async (engine) => {
    const place = await emptyPlace(engine);
    let log = '';
    const hub = await startHubProcess(place, { OUTPOST_HUB_LOG: 'debug' }, (text) => {
      log += text;
    });
    const secrets = new Map<string, string>();
    const keep = (name: string, value: string) => secrets.set(name, value);
    keep('code', hub.code ?? '');
    const device = new Device();
    await device.enrol(hub.address, hub.code ?? '');
    device.write(5, 'Zanzibar');
    keep('content', 'Zanzibar');
    await device.sync();
    await putFile(device, Buffer.from('Timbuktu'));
    keep('attachment', 'Timbuktu');
    for (const [kind, pair] of Object.entries(device.keys)) {
      keep(`${kind} public`, toBase64Url(pair.public));
      keep(`${kind} secret`, toBase64Url(pair.secret));
      keep(`${kind} secret, hexadecimal`, Buffer.from(pair.secret).toString('hex'));
    }
    const signed = device.signedHeaders('GET', `${apiPrefix}${hubPaths.blobs}`);
    keep('signature', signed[hubHeaders.signature] ?? '');
    await fetch(`${hub.address}${apiPrefix}${hubPaths.blobs}`, { headers: signed });
    const used = new Device();
    await expect(used.enrol(hub.address, hub.code ?? '')).rejects.toThrow('OUT-SYN-024');
    await fetch(`${hub.address}${apiPrefix}${hubPaths.enrol}`, {
      method: 'POST',
      body: `{"code":"${hub.code ?? ''}"`,
    });

    const token = (await runHubCommand(place, 'token', 'Ada')).trim();
    keep('token', token);
    const browser = new AdminBrowser(hub.address);
    await browser.signIn(token);
    keep('cookie', browser.cookie.split('=')[1] ?? '');
    keep('proof', browser.proof);
    const made = await browser.ask(hubPaths.adminWorkspaces, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Second' }),
    });
    const { id } = JSON.parse(made.text) as { id: string };
    const code = await browser.ask(hubPaths.adminCodes, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ workspace: id, label: 'Laptop' }),
    });
    keep('second code', (JSON.parse(code.text) as { code: string }).code);
    const scripts = { headers: { authorization: `Bearer ${token}` } };
    expect(await browser.statusOf(hubPaths.adminStorage, scripts)).toBe(200);
    await browser.ask(`${hubPaths.adminReplicas}?workspace=${id}&token=${token}`);
    await fetch(`${hub.address}/${token}?code=${hub.code ?? ''}`);
    await browser.ask(hubPaths.adminSession, { method: 'DELETE' });
    expect(await hub.stop()).toBe(0);

    expect(log).toContain('"route":"/api/v1/exchange"');
    expect(log).toContain('"route":"/api/v1/admin/session"');
    for (const [name, secret] of secrets) {
      expect([name, secret.length > 7]).toEqual([name, true]);
      expect([name, log.includes(secret), log.includes(secret.replaceAll('-', ''))]).toEqual([
        name,
        false,
        false,
      ]);
    }
  },
);

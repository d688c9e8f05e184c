import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { tempFolder } from '#test/support/temp-folder.ts';
import type { SecretsParts } from './secrets.ts';
import { Secrets } from './secrets.ts';

let folder: string;
let encryptions: number;

beforeEach(async () => {
  folder = join(await tempFolder(), 'secrets');
  encryptions = 0;
});

type Storage = SecretsParts['safeStorage'];

function secretsWith(storage: Partial<Storage> = {}, platform: NodeJS.Platform = 'linux'): Secrets {
  const flip = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
  const safeStorage: Storage = {
    getSelectedStorageBackend: () => 'gnome_libsecret',
    isAsyncEncryptionAvailable: () => Promise.resolve(true),
    encryptStringAsync: (text) => {
      encryptions += 1;
      return Promise.resolve(flip(Buffer.from(text)));
    },
    decryptStringAsync: (bytes) =>
      Promise.resolve({ result: flip(bytes).toString(), shouldReEncrypt: false }),
    ...storage,
  };
  return new Secrets({ safeStorage, folder, platform });
}

test('what is set is read back, and does not stand on the disk as it is', async () => {
  const secrets = secretsWith();
  expect(await secrets.get('key')).toBeNull();
  await secrets.set('key', 'hunter2');
  await secrets.set('key', 'hunter3');
  expect(await secrets.get('key')).toBe('hunter3');
  const [name] = await readdir(folder);
  expect(await readFile(join(folder, name ?? ''), 'utf8')).not.toContain('hunter');
  expect((await stat(join(folder, name ?? ''))).mode & 0o077).toBe(0);
  await secrets.remove('key');
  expect(await secrets.get('key')).toBeNull();
  expect(await readdir(folder)).toEqual([]);
});

test.each(['basic_text', 'unknown'] as const)(
  'backend %s is refused: nothing is written',
  async (backend) => {
    const secrets = secretsWith({ getSelectedStorageBackend: () => backend });
    expect(await secrets.refusal()).toBeDefined();
    await expect(secrets.set('key', 'hunter2')).rejects.toThrow(/^OUT-SHL-004 /);
    await expect(secrets.get('key')).rejects.toThrow(/^OUT-SHL-004 /);
    expect(encryptions).toBe(0);
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  },
);

test('other systems have no such backend and are not asked for it', async () => {
  const getSelectedStorageBackend = (): never => {
    throw new Error('only on Linux');
  };
  for (const platform of ['win32', 'darwin'] as const) {
    expect(await secretsWith({ getSelectedStorageBackend }, platform).refusal()).toBeUndefined();
  }
});

test('a locked key store is a refusal too', async () => {
  const secrets = secretsWith({ isAsyncEncryptionAvailable: () => Promise.resolve(false) });
  await expect(secrets.set('key', 'x')).rejects.toThrow(/key store is locked or missing/);
});

test('a secret that cannot be decrypted is named, and can be removed', async () => {
  const secrets = secretsWith({ decryptStringAsync: () => Promise.reject(new Error('wrong key')) });
  await secrets.set('key', 'x');
  await expect(secrets.get('key')).rejects.toThrow(
    'OUT-SHL-005 The stored secret “key” cannot be read: wrong key.',
  );
  await secrets.remove('key');
  await secrets.remove('key');
  expect(await readdir(folder)).toEqual([]);
});

test('a secret under an old key is written again under the new one', async () => {
  const secrets = secretsWith();
  await secrets.set('key', 'x');
  await writeFile(join(folder, 'secret-key.bin'), 'old');
  const rotated = secretsWith({
    decryptStringAsync: () => Promise.resolve({ result: 'x', shouldReEncrypt: true }),
  });
  encryptions = 0;
  expect(await rotated.get('key')).toBe('x');
  expect(encryptions).toBe(1);
  expect(await secrets.get('key')).toBe('x');
});

test('removing where nothing was ever kept is no error', async () => {
  await expect(secretsWith().remove('key')).resolves.toBeUndefined();
});

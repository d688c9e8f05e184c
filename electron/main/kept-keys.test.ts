import { expect, test } from 'vitest';
import { KeptKeys } from './kept-keys.ts';
import { Secrets, type SecretsParts } from './secrets.ts';

const flip = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a));

/** What stands on the disk, and a key store that can be of several kinds. */
class Computer {
  text: string | null = null;
  backend: ReturnType<SecretsParts['safeStorage']['getSelectedStorageBackend']> = 'gnome_libsecret';
  isAvailable = true;

  keys(): KeptKeys {
    const journal = {
      keepKeys: (text: string) => {
        this.text = text;
        return Promise.resolve();
      },
      keptKeys: () => Promise.resolve(this.text),
    };
    const safeStorage: SecretsParts['safeStorage'] = {
      getSelectedStorageBackend: () => this.backend,
      isAsyncEncryptionAvailable: () => Promise.resolve(this.isAvailable),
      encryptStringAsync: (text) => Promise.resolve(flip(Buffer.from(text))),
      decryptStringAsync: (bytes) =>
        Promise.resolve({ result: flip(bytes).toString(), shouldReEncrypt: false }),
    };
    return new KeptKeys(
      Promise.resolve(journal),
      new Secrets({ safeStorage, folder: '/nowhere', platform: 'linux' }),
    );
  }
}

const ways = '[{"id":"maria"}]';

test('TRU-146 ways in stand beside the journal under the key store of the computer, and come back from it', async () => {
  const computer = new Computer();
  await computer.keys().keep(ways);
  expect(computer.text).not.toContain('maria');
  expect(Buffer.from(computer.text ?? '', 'base64').toString()).not.toContain('maria');
  expect(await computer.keys().kept()).toBe(ways);
});

test.each(['basic_text', 'unknown'] as const)(
  'TRU-146 a key store that is none (%s) is not used: they stand as they are',
  async (backend) => {
    const computer = new Computer();
    computer.backend = backend;
    await computer.keys().keep(ways);
    expect(computer.text).toBe(ways);
    expect(await computer.keys().kept()).toBe(ways);
  },
);

test('TRU-146 those of an earlier version are read, and put under the key store', async () => {
  const computer = new Computer();
  computer.text = ways;
  expect(await computer.keys().kept()).toBe(ways);
  expect(computer.text).not.toContain('maria');
});

test('TRU-146 without the key store that they were kept with they are told, never taken for none', async () => {
  const computer = new Computer();
  await computer.keys().keep(ways);
  computer.isAvailable = false;
  await expect(computer.keys().kept()).rejects.toThrow(/^OUT-SHL-004 /);
  expect(await new Computer().keys().kept()).toBeNull();
});

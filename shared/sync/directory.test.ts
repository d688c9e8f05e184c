import { describe, expect, test } from 'vitest';
import { seededBytes } from '#test/support/seeded.ts';
import { directoryFromJson, directoryToJson } from '#shared/contracts/hub-directory.ts';
import { directorySchema } from '#shared/contracts/hub.ts';
import { findReplica, signDirectory, verifyDirectory, type DirectoryReplica } from './directory.ts';
import { newKeys } from './keys.ts';

const hub = newKeys(seededBytes(1));
const device = newKeys(seededBytes(2));
const replica: DirectoryReplica = {
  replica: 'AAAAAAAAAAA',
  name: 'Laptop of Ms Chen',
  shortCode: '7K',
  signKey: device.sign.public,
  boxKey: device.box.public,
  kind: 'device',
};
const directory = signDirectory(hub.sign.secret, {
  workspace: 'w1',
  version: 3,
  hub: 'HHHHHHHHHHH',
  replicas: [replica, { ...replica, replica: 'BBBBBBBBBBB', revokedAt: 5 }],
});

describe('directory', () => {
  test('SYN-130 the hub signs every word of it', () => {
    expect(verifyDirectory(hub.sign.public, directory)).toBe(true);
    expect(verifyDirectory(device.sign.public, directory)).toBe(false);
    const [first = replica, second = replica] = directory.replicas;
    const unrevoked = { ...replica, replica: second.replica };
    const altered = [
      { ...directory, workspace: 'w2' },
      { ...directory, version: 4 },
      { ...directory, hub: 'AAAAAAAAAAA' },
      { ...directory, replicas: [first] },
      { ...directory, replicas: [first, unrevoked] },
      { ...directory, replicas: [{ ...first, signKey: hub.sign.public }, second] },
      { ...directory, replicas: [{ ...first, kind: 'hub' as const }, second] },
    ];
    for (const other of altered) expect(verifyDirectory(hub.sign.public, other)).toBe(false);
  });

  test('SYN-130 it is found by replica, and comes through JSON unaltered', () => {
    expect(findReplica(directory, 'BBBBBBBBBBB')?.revokedAt).toBe(5);
    expect(findReplica(directory, 'CCCCCCCCCCC')).toBeUndefined();
    const json: unknown = JSON.parse(JSON.stringify(directoryToJson(directory)));
    const back = directoryFromJson(directorySchema.parse(json));
    expect(back).toEqual(directory);
    expect(verifyDirectory(hub.sign.public, back)).toBe(true);
  });
});

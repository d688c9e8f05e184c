import { beforeAll, describe, expect, test } from 'vitest';
import { seededBytes } from '#test/support/seeded.ts';
import { chainEntries, noHead, type Draft } from '../changelog/chain.ts';
import { ProblemError } from '../kernel/errors.ts';
import { deterministicRecordId } from '../kernel/ids.ts';
import {
  makeBundle,
  openPart,
  verifyPart,
  type BundleOrder,
  type BundlePart,
  type BundleTrust,
} from './bundle.ts';
import { fileDigest } from './bundle-head.ts';
import { manifestText, missingParts, openedBefore, partKey, summaryOf } from './bundle-parts.ts';
import { signDirectory, type DirectoryReplica } from './directory.ts';
import { fingerprint, newKeys, signHead, verifyHead } from './keys.ts';
import { openRun, toPackedRun } from './wire.ts';

const sender = newKeys(seededBytes(1));
const receiver = newKeys(seededBytes(2));
const stranger = newKeys(seededBytes(3));
const hub = newKeys(seededBytes(4));
const [senderId, hubId] = ['AAAAAAAAAAA', 'HHHHHHHHHHI'];
const workspace = 'w1';

const member: DirectoryReplica = {
  replica: senderId,
  name: 'Laptop of the S6',
  shortCode: '7A',
  signKey: sender.sign.public,
  boxKey: sender.box.public,
  kind: 'device',
};
const signed = (version: number, replicas: readonly DirectoryReplica[]) =>
  signDirectory(hub.sign.secret, { workspace, version, hub: hubId, replicas });
const directory = signed(2, [member]);
const trust: BundleTrust = { workspace, box: receiver.box, directory, hubKey: hub.sign.public };

function drafts(count: number): readonly Draft[] {
  return Array.from({ length: count }, (_, place): Draft => ({
    stamp: { wall: 1_790_000_000_000 + place, counter: place + 1 },
    actor: deterministicRecordId(['bundle', 'actor']),
    type: 'incident',
    record: deterministicRecordId(['bundle', String(place)]),
    body: { kind: 'note', text: `Note ${place}`, audience: 'internal' },
  }));
}

const { entries } = chainEntries(senderId, noHead, drafts(60));
const runs = [0, 20, 40].map((start) => {
  const some = entries.slice(start, start + 20);
  const prev = start + 20 < entries.length ? entries[start + 20]?.prev : undefined;
  const hash = prev ?? chainEntries(senderId, noHead, drafts(60)).head.hash;
  const signature = signHead(sender.sign.secret, { workspace, replica: senderId, seq: start + 20, hash });
  return toPackedRun({ replica: senderId, entries: some, signature });
});
const order: BundleOrder = {
  sender: senderId,
  signSecret: sender.sign.secret,
  receiverKey: receiver.box.public,
  workspace,
  wall: 1_790_000_000_000,
  have: { [senderId]: 60 },
  receipts: [{ replica: hubId, have: { [senderId]: 40 } }],
  directory,
  runs,
};

async function make(changed: Partial<BundleOrder> = {}, size = 1200): Promise<readonly BundlePart[]> {
  const parts: BundlePart[] = [];
  for await (const part of makeBundle({ ...order, ...changed }, { size }, seededBytes(9))) parts.push(part);
  return parts;
}

function codeOf(open: () => unknown): string {
  try {
    open();
    return 'opened';
  } catch (error) {
    return error instanceof ProblemError ? error.problem.code : String(error);
  }
}

let parts: readonly BundlePart[];
let first: BundlePart;
beforeAll(async () => {
  parts = await make();
  first = parts[0]!;
});

describe('bundles', () => {
  test('SYN-401 a bundle brings runs, the vector of its sender, receipts and the directory to its receiver', () => {
    expect(parts.map(({ head }) => [head.part, head.isLast])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    for (const [place, { bytes, head }] of parts.entries()) {
      expect(bytes.length).toBeLessThan(1200);
      expect(verifyPart(bytes, directory)).toEqual(head);
      const opened = openPart(bytes, trust);
      expect(opened).toMatchObject({
        workspace,
        wall: order.wall,
        have: order.have,
        receipts: order.receipts,
        directory,
      });
      expect(opened.runs).toEqual([runs[place]]);
    }
  });

  test('SYN-401 the runs that arrive are signed by their author and go on where the last part ended', () => {
    let prev = '';
    const back = parts.flatMap(({ bytes }) =>
      openPart(bytes, trust).runs.flatMap((run) => {
        const { entries: some, head } = openRun(run.bytes, { prev });
        const { seq, hash } = head;
        expect(
          verifyHead(sender.sign.public, { workspace, replica: senderId, seq, hash }, run.signature!),
        ).toBe(true);
        prev = hash;
        return some;
      }),
    );
    expect(back).toEqual(entries);
  });

  test('SYN-402 parts are of the size that was chosen; a run that is larger makes a part of its own; nothing to bring is one part', async () => {
    expect((await make({}, 10_000)).map(({ runs: some }) => some.length)).toEqual([3]);
    expect((await make({}, 1)).map(({ runs: some }) => some.length)).toEqual([1, 1, 1]);
    const receiptsOnly = await make({ runs: [] });
    expect(receiptsOnly.map(({ head }) => head.isLast)).toEqual([true]);
    expect(openPart(receiptsOnly[0]!.bytes, trust).receipts).toEqual(order.receipts);
  });

  test('SYN-402 runs are read as parts are written: one part is in memory', async () => {
    let read = 0;
    function* counted() {
      for (const run of runs) {
        read += 1;
        yield run;
      }
    }
    const bundle = makeBundle({ ...order, runs: counted() }, { size: 1 });
    await bundle.next();
    expect(read).toBe(2);
    await bundle.return(undefined);
    expect(read).toBe(2);
  });

  test('SYN-403 who carries it reads sender, receiver’s fingerprint, number and size, and nothing else', () => {
    const text = String.fromCharCode(...first.bytes);
    expect(text).not.toContain('incident');
    expect(text).not.toContain('Laptop');
    expect(codeOf(() => verifyPart(first.bytes, directory))).toBe('opened');
  });

  test('SYN-404 a truncated bundle is told from a damaged one, at whichever byte it ends', () => {
    for (let size = 0; size < first.bytes.length; size += 1) {
      const code = codeOf(() => openPart(first.bytes.subarray(0, size), trust));
      expect([size, code]).toEqual([size, size < 8 ? 'OUT-SYN-070' : 'OUT-SYN-072']);
    }
    expect(codeOf(() => openPart(Uint8Array.of(...first.bytes, 0), trust))).toBe('OUT-SYN-073');
  });

  test('SYN-405 a flipped byte anywhere in a bundle is refused, by whoever carries it and by its receiver', () => {
    for (let place = 0; place < first.bytes.length; place += 1) {
      const bytes = first.bytes.slice();
      bytes[place] = (bytes[place] ?? 0) ^ 64;
      for (const check of [() => verifyPart(bytes, directory), () => openPart(bytes, trust)]) {
        expect(codeOf(check), `byte ${place}`).toMatch(/^OUT-SYN-07[0-5]$/);
      }
    }
  });

  test('SYN-406 a bundle for somebody else names both fingerprints', () => {
    try {
      openPart(first.bytes, { ...trust, box: stranger.box });
      expect.unreachable();
    } catch (error) {
      const { code, message } = (error as ProblemError).problem;
      expect(code).toBe('OUT-SYN-074');
      expect(message).toContain(fingerprint(receiver.box.public));
      expect(message).toContain(fingerprint(stranger.box.public));
    }
  });

  test('SYN-407 a bundle from a revoked device is refused', () => {
    const revoked = signed(3, [{ ...member, revokedAt: Date.UTC(2026, 0, 2) }]);
    expect(codeOf(() => openPart(first.bytes, { ...trust, directory: revoked }))).toBe('OUT-SYN-076');
    expect(codeOf(() => verifyPart(first.bytes, revoked))).toBe('OUT-SYN-076');
  });

  test('SYN-407 a bundle from a device that uses the name of another is refused', async () => {
    const [forged] = await make({ signSecret: stranger.sign.secret });
    expect(codeOf(() => openPart(forged!.bytes, trust))).toBe('OUT-SYN-073');
  });

  test('SYN-408 a bundle from an unknown device is refused, unless it brings a newer directory that the hub signed', async () => {
    const before = { ...trust, directory: signed(1, []) };
    expect(codeOf(() => openPart(first.bytes, before))).toBe('opened');
    expect(codeOf(() => openPart(first.bytes, { ...before, hubKey: undefined }))).toBe('OUT-SYN-075');
    expect(codeOf(() => openPart(first.bytes, { ...before, hubKey: stranger.sign.public }))).toBe(
      'OUT-SYN-075',
    );
    const later = { ...trust, directory: signed(5, []) };
    expect(codeOf(() => openPart(first.bytes, later))).toBe('OUT-SYN-075');
    expect(codeOf(() => verifyPart(first.bytes, signed(1, [])))).toBe('OUT-SYN-075');
    const own = signDirectory(stranger.sign.secret, {
      workspace,
      version: 9,
      hub: hubId,
      replicas: [member],
    });
    const [forged] = await make({ directory: own });
    expect(codeOf(() => openPart(forged!.bytes, before))).toBe('OUT-SYN-075');
  });

  test('SYN-409 a bundle of another workspace is refused', async () => {
    const [other] = await make({ workspace: 'w2' });
    expect(codeOf(() => openPart(other!.bytes, trust))).toBe('OUT-SYN-077');
  });

  test('SYN-410 missing parts are named; each part opens by itself in any order', () => {
    const heads = parts.map(({ head }) => head);
    expect(missingParts(heads)).toBeUndefined();
    expect(missingParts(heads.slice(1))?.message).toBe('Parts of the bundle are missing: 1.');
    expect(missingParts(heads.slice(0, 2))?.message).toBe('Parts of the bundle are missing: all after 2.');
    expect(missingParts([])?.code).toBe('OUT-SYN-078');
    for (const { bytes } of [...parts].reverse()) expect(codeOf(() => openPart(bytes, trust))).toBe('opened');
  });

  test('SYN-411 a bundle opened twice says so and brings the same again', () => {
    const opened = new Set([partKey(first.head)]);
    expect(openedBefore(first.head, opened)?.code).toBe('OUT-SYN-079');
    expect(openedBefore(parts[1]!.head, opened)).toBeUndefined();
    expect(openPart(first.bytes, trust)).toEqual(openPart(first.bytes, trust));
  });

  test('SYN-412 what is no bundle, or one of a newer version, is told so', () => {
    expect(codeOf(() => openPart(new Uint8Array(500), trust))).toBe('OUT-SYN-070');
    const newer = first.bytes.slice();
    newer[8] = 2;
    expect(codeOf(() => openPart(newer, trust))).toBe('OUT-SYN-071');
  });

  test('SYN-413 the manifest counts what is brought and gives each file’s digest in groups, for printing', () => {
    const text = manifestText(
      {
        workspace: 'Exercise',
        marking: 'UNCLASSIFIED',
        sender: member.name,
        receiver: 'Unit hub',
        receiverPrint: fingerprint(receiver.box.public),
        madeAt: '2 Nov 2026, 08:00 UTC',
        nameOf: () => member.name,
      },
      parts.map(summaryOf),
    );
    expect(text.startsWith('UNCLASSIFIED\nBundle ')).toBe(true);
    expect(text.endsWith('UNCLASSIFIED')).toBe(true);
    expect(text).toContain('3 parts, 60 entries');
    expect(text).toContain('Laptop of the S6: 60 entries');
    expect(text.replaceAll(' ', '')).toContain(fileDigest(parts[2]!.bytes));
  });
});

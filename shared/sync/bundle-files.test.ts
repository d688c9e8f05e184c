import { describe, expect, test } from 'vitest';
import { seededBytes } from '#test/support/seeded.ts';
import { ByteWriter } from '../changelog/pack/byte-writer.ts';
import { sha256Hex } from '../kernel/canonical.ts';
import { readBody, writeBody, writePreface } from './bundle-body.ts';
import { leastPiece, type FilePiece, type FileSource } from './bundle-files.ts';
import { filesIn, manifestText, summaryOf } from './bundle-parts.ts';
import { makeBundle, openPart, type BundleOrder, type BundlePart, type BundleTrust } from './bundle.ts';
import { signDirectory } from './directory.ts';
import { smallAndNewFirst } from './files.ts';
import { newKeys } from './keys.ts';
import { writeRuns } from './parts.ts';

const [sender, receiver, hub] = [1, 2, 3].map((seed) => newKeys(seededBytes(seed))) as [
  ReturnType<typeof newKeys>,
  ReturnType<typeof newKeys>,
  ReturnType<typeof newKeys>,
];
const workspace = 'w1';
const directory = signDirectory(hub.sign.secret, {
  workspace,
  version: 1,
  hub: 'HHHHHHHHHHI',
  replicas: [
    {
      replica: 'AAAAAAAAAAA',
      name: 'A',
      shortCode: '7A',
      signKey: sender.sign.public,
      boxKey: sender.box.public,
      kind: 'device',
    },
  ],
});
const trust: BundleTrust = { workspace, box: receiver.box, directory, hubKey: hub.sign.public };
const order: BundleOrder = {
  sender: 'AAAAAAAAAAA',
  signSecret: sender.sign.secret,
  receiverKey: receiver.box.public,
  workspace,
  wall: 1_790_000_000_000,
  have: {},
  receipts: [],
  runs: [],
};

function source(bytes: Uint8Array): FileSource {
  return {
    hash: sha256Hex(bytes),
    size: bytes.length,
    read: (offset, most) => Promise.resolve(bytes.subarray(offset, offset + most)),
  };
}

async function make(files: readonly FileSource[], size: number, holds: readonly string[] = []) {
  const parts: BundlePart[] = [];
  const made = makeBundle({ ...order, files, holds }, { size }, seededBytes(9));
  for await (const part of made) parts.push(part);
  return parts;
}

const piecesIn = (parts: readonly BundlePart[]): readonly FilePiece[] =>
  parts.flatMap(({ bytes }) => openPart(bytes, trust).pieces);

const contents = [7000, 0, 300].map((size, index) => seededBytes(20 + index)(size));

describe('attachments in bundles', () => {
  test('SYN-414 contents are cut in pieces where they are larger than a part, and come to the same again', async () => {
    const parts = await make(contents.map(source), 3000);
    expect(parts.length).toBe(3);
    for (const { bytes } of parts) expect(bytes.length).toBeLessThanOrEqual(3000);
    expect(parts.map(({ head }) => head.isLast)).toEqual([false, false, true]);
    for (const content of contents) {
      const pieces = piecesIn(parts).filter(({ hash }) => hash === sha256Hex(content));
      const whole = new Uint8Array(content.length);
      for (const { offset, size, bytes } of pieces) {
        expect(size).toBe(content.length);
        whole.set(bytes, offset);
      }
      expect(pieces.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBe(content.length);
      expect(sha256Hex(whole)).toBe(sha256Hex(content));
    }
  });

  test('SYN-414 a part that is too small for anything takes a piece all the same; what is gone meanwhile is left out', async () => {
    const parts = await make([source(contents[0]!)], 1);
    expect(piecesIn(parts).map(({ bytes }) => bytes.length)).toEqual([
      ...Array.from({ length: 6 }, () => leastPiece),
      7000 - 6 * leastPiece,
    ]);
    const gone = { ...source(contents[0]!), read: () => Promise.resolve(new Uint8Array()) };
    expect(piecesIn(await make([gone, source(contents[2]!)], 10_000))).toMatchObject([{ size: 300 }]);
  });

  test('SYN-415 the first part tells what the sender holds', async () => {
    const holds = [sha256Hex('a'), sha256Hex('b')];
    const parts = await make([source(contents[0]!)], 3000, holds);
    expect(parts.map(({ bytes }) => openPart(bytes, trust).holds)).toEqual([holds, [], []]);
  });

  test('SYN-416 a reader of the version before finds all that it knows where it was, and one of this version reads its bundles', () => {
    const preface = writePreface(order);
    const before = new ByteWriter();
    before.bytes(preface);
    writeRuns(before, []);
    const old = before.written().slice();
    const [content] = contents;
    const piece = { hash: sha256Hex(content!), size: 7000, offset: 0, bytes: content! };
    const now = writeBody(preface, { runs: [], pieces: [piece], holds: [piece.hash] });
    // It does not look at what comes behind the runs.
    expect(now.subarray(0, old.length)).toEqual(old);
    expect(readBody(old)).toMatchObject({ workspace, runs: [], pieces: [], holds: [] });
  });

  test('SYN-417 a piece that reaches beyond its file is refused', () => {
    const piece = { hash: sha256Hex('x'), size: 5, offset: 3, bytes: new Uint8Array(3) };
    const body = writeBody(writePreface(order), { runs: [], pieces: [piece], holds: [] });
    expect(() => readBody(body)).toThrow('beyond');
  });

  test('SYN-413 the manifest counts attachments and their bytes', async () => {
    const summaries = (await make(contents.map(source), 3000)).map(summaryOf);
    expect(filesIn(summaries)).toEqual({ count: 3, bytes: 7300 });
    const title = {
      workspace: 'Unit',
      marking: '',
      sender: 'A',
      receiver: 'B',
      receiverPrint: '',
      madeAt: '',
      nameOf: (id: string) => id,
    };
    expect(manifestText(title, summaries)).toContain('3 parts, 0 entries, 3 attachments with 7300 bytes');
  });

  test('SYN-327 small before large; of about one size, new before old', () => {
    const files = [
      { size: 900, at: 1 },
      { size: 1000, at: 3 },
      { size: 5, at: 0 },
      { size: 9_000_000, at: 9 },
    ];
    expect(files.toSorted(smallAndNewFirst).map(({ size }) => size)).toEqual([5, 1000, 900, 9_000_000]);
  });
});

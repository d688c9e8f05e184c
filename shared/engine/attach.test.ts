import { beforeEach, describe, expect, test } from 'vitest';
import { analyst, sampleCatalogue } from '#test/support/sample-catalogue.ts';
import { Replica } from '#test/support/replica.ts';
import { refOf } from '../changelog/fold.ts';
import { largestAttachment } from './attach.ts';
import type { Command } from './commands.ts';

const file = { name: 'a.png', size: 10, type: 'image/png', hash: '0f'.repeat(32) };

let desk: Replica;
let id: string;
beforeEach(async () => {
  desk = new Replica(sampleCatalogue);
  id = await desk.create(analyst, 'ticket', { title: 'It broke' });
});

function attach(more: Partial<Extract<Command, { kind: 'attach' }>> = {}): Command {
  return { kind: 'attach', record: id, audience: 'internal', ...file, ...more };
}

describe('ATT-1 attaching', () => {
  test('ATT-1 a file stands in the record with its name, size, kind, hash, author and time', async () => {
    desk.now += 1000;
    await desk.must(analyst, attach());
    expect(desk.view(id).attachments).toMatchObject([
      { ...file, audience: 'internal', at: desk.now, actor: analyst.id },
    ]);
  });

  test('ATT-1 a media type that nobody could have meant is left out', async () => {
    await desk.must(analyst, attach({ type: 'x'.repeat(300) }));
    expect(desk.view(id).attachments).toMatchObject([{ type: '' }]);
  });

  test('ATT-1 an empty file is a file', async () => {
    await desk.must(analyst, attach({ size: 0 }));
    expect(desk.view(id).attachments).toMatchObject([{ size: 0 }]);
  });

  test('ATT-1 undo takes it back', async () => {
    const { entries } = await desk.must(analyst, attach());
    const written = entries.map((entry) => ({ record: id, ref: refOf(entry) }));
    await desk.must(analyst, { kind: 'undo', entries: written });
    expect(desk.view(id).attachments).toBeUndefined();
  });

  test.each<[string, Partial<Extract<Command, { kind: 'attach' }>>]>([
    ['OUT-ATT-002', { size: largestAttachment + 1 }],
    ['OUT-ATT-003', { name: ' ' }],
    ['OUT-ATT-003', { name: 'x'.repeat(256) }],
    ['OUT-ATT-003', { name: 'a\nb' }],
    ['OUT-VAL-002', { hash: 'abc' }],
    ['OUT-VAL-002', { size: 1.5 }],
    ['OUT-VAL-002', { size: -1 }],
  ])('ATT-2 %s refuses %o', async (code, more) => {
    expect(await desk.refusal(analyst, attach(more))).toEqual([code]);
    expect(desk.view(id).attachments).toBeUndefined();
  });
});

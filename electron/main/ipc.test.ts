import { beforeEach, describe, expect, test, vi } from 'vitest';
import { callChannel, type BridgeCall, type BridgeReply } from '#shared/contracts/bridge-channels.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { Handle, Sender } from './ipc.ts';
import { createHandle, createSend, onFlushed } from './ipc.ts';

type Listener = (event: Sender, ...args: unknown[]) => unknown;

const page: Sender = { senderFrame: { url: 'outpost://app/incident', parent: null } };
const listeners = new Map<string, Listener>();
const receiver = {
  handle: (channel: string, listener: Listener) => void listeners.set(channel, listener),
  on: (channel: string, listener: Listener) => listeners.set(channel, listener),
};
const report = vi.fn();
let handle: Handle;

beforeEach(() => {
  listeners.clear();
  report.mockReset();
  handle = createHandle(receiver, report);
});

async function invoke<C extends BridgeCall>(
  call: C,
  args: unknown[],
  sender: Sender = page,
): Promise<BridgeReply<C>> {
  return (await listeners.get(callChannel(call))?.(sender, ...args)) as BridgeReply<C>;
}

const bytes = Uint8Array.of(1);

describe('arguments', () => {
  test.each<[BridgeCall, unknown[], string]>([
    ['journal.append', [], 'arguments: '],
    ['journal.append', [[{ replica: 'a', seq: 0, bytes }]], 'argument 0.0.seq'],
    ['journal.append', [[{ replica: 'a', seq: 1.5, bytes }]], 'argument 0.0.seq'],
    ['journal.append', [[{ replica: 'a', seq: 1, bytes: 'x' }]], 'argument 0.0.bytes'],
    ['journal.append', [[{ replica: '', seq: 1, bytes }]], 'argument 0.0.replica'],
    ['journal.append', [[{ replica: 'a', seq: 1, bytes, path: '/etc' }]], 'argument 0.0'],
    ['journal.append', [[], 'one too many'], 'arguments: '],
    ['journal.readPage', [{ file: 1, offset: -1 }], 'argument 0.offset'],
    ['journal.readPage', [null, 10_001], 'argument 1'],
    ['journal.readRange', ['a', '1', 2], 'argument 1'],
    ['secrets.get', ['../../etc/passwd'], 'argument 0'],
    ['secrets.get', ['UPPER'], 'argument 0'],
    ['secrets.set', ['key', null], 'argument 1'],
    ['files.saveAs', ['', bytes, []], 'argument 0'],
    ['files.saveAs', ['a.csv', [1, 2], []], 'argument 1'],
    ['files.open', [[{ name: 'x', extensions: ['../x'] }]], 'argument 0.0.extensions.0'],
    ['print.toPdf', [{ pageSize: 'A3', landscape: false, title: '', marking: '' }], 'argument 0.pageSize'],
    [
      'print.toPdf',
      [{ pageSize: 'A4', landscape: false, title: '', marking: '', header: '<script>' }],
      'argument 0',
    ],
    ['notify.show', [{ title: 'a', body: '', tag: 'a', link: '//evil.example' }], 'argument 0.link'],
    ['notify.show', [{ title: 'a', body: '', tag: 'a', link: 'https://evil.example' }], 'argument 0.link'],
    ['window.setBadge', [-1], 'argument 0'],
    ['platform.info', ['x'], 'arguments: '],
  ])('%s refuses %j and names %s', async (call, args, place) => {
    const answer = vi.fn();
    handle(call, answer);
    const reply = await invoke(call, args);
    expect(answer).not.toHaveBeenCalled();
    expect(reply).toMatchObject({ ok: false, problem: { code: 'OUT-SHL-002' } });
    if (reply.ok) return;
    expect(reply.problem.message).toContain(`refused “${call}”`);
    expect(reply.problem.message).toContain(place);
  });

  test('good ones reach the answer as they are', async () => {
    handle('journal.readRange', ([replica, seq]) => ({ rows: [{ replica, seq, bytes }], next: null }));
    expect(await invoke('journal.readRange', ['a', 7, 9])).toEqual({
      ok: true,
      value: { rows: [{ replica: 'a', seq: 7, bytes }], next: null },
    });
  });
});

describe('sender', () => {
  test.each<[string, Sender]>([
    ['another site', { senderFrame: { url: 'https://example.com/', parent: null } }],
    ['a file', { senderFrame: { url: 'file:///tmp/x.html', parent: null } }],
    ['another host of the scheme', { senderFrame: { url: 'outpost://evil/', parent: null } }],
    ['a frame inside the page', { senderFrame: { url: 'outpost://app/', parent: {} } }],
    ['a frame that is gone', { senderFrame: null }],
  ])('%s is refused', async (_, sender) => {
    const answer = vi.fn();
    handle('secrets.get', answer);
    expect(await invoke('secrets.get', ['key'], sender)).toMatchObject({
      ok: false,
      problem: { code: 'OUT-SHL-002' },
    });
    expect(answer).not.toHaveBeenCalled();
    const flushed = vi.fn();
    onFlushed(receiver, flushed);
    listeners.get('outpost:flushed')?.(sender, 1);
    expect(flushed).not.toHaveBeenCalled();
  });

  test('the page itself is heard', () => {
    const flushed = vi.fn();
    onFlushed(receiver, flushed);
    listeners.get('outpost:flushed')?.(page, 3);
    listeners.get('outpost:flushed')?.(page, 'three');
    expect(flushed.mock.calls).toEqual([[3]]);
  });
});

describe('failures', () => {
  test('a problem travels with its code and what to do', async () => {
    const found = problem('OUT-STO-010', { path: '/data/journal' });
    handle('journal.status', () => Promise.reject(new ProblemError(found)));
    expect(await invoke('journal.status', [])).toEqual({ ok: false, problem: found });
    expect(report).not.toHaveBeenCalled();
  });

  test('anything else is reported and travels as unexpected, without its stack', async () => {
    const error = new TypeError('x is undefined');
    handle('window.setTitle', () => {
      throw error;
    });
    const reply = await invoke('window.setTitle', ['a']);
    expect(reply).toMatchObject({ ok: false, problem: { code: 'OUT-APP-001' } });
    expect(JSON.stringify(reply)).not.toContain('ipc.test');
    expect(report.mock.calls).toEqual([['window.setTitle', error]]);
  });
});

test('events go to the page while there is one', () => {
  const sent: unknown[] = [];
  const isDestroyed = vi.fn(() => false);
  const contents = { send: (...args: unknown[]) => void sent.push(args), isDestroyed };
  const target = vi.fn<() => typeof contents | undefined>(() => undefined);
  const send = createSend(target);
  send('menuCommand', 'help');
  target.mockReturnValue(contents);
  send('menuCommand', 'help');
  isDestroyed.mockReturnValue(true);
  send('openPath', '/x');
  expect(sent).toEqual([['outpost:event:menuCommand', 'help']]);
});

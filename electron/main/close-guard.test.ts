import { EventEmitter } from 'node:events';
import { beforeEach, expect, test, vi } from 'vitest';
import { finishBeforeQuit, guardClose } from './close-guard.ts';

class FakeWindow extends EventEmitter {
  isClosed = false;
  close(): void {
    const preventDefault = vi.fn();
    this.emit('close', { preventDefault });
    if (preventDefault.mock.calls.length === 0) this.isClosed = true;
  }
}

let window: FakeWindow;
let sent: number[];
let timers: (() => void)[];
let isPageAlive: boolean;
let ask: ReturnType<typeof vi.fn<() => Promise<{ response: number }>>>;
let guard: ReturnType<typeof guardClose>;

beforeEach(() => {
  window = new FakeWindow();
  sent = [];
  timers = [];
  isPageAlive = true;
  ask = vi.fn(() => Promise.resolve({ response: 0 }));
  guard = guardClose({
    window,
    sendBeforeClose: (token) => sent.push(token),
    isPageAlive: () => isPageAlive,
    ask,
    later: (work) => {
      timers.push(work);
      return () => (timers = timers.filter((other) => other !== work));
    },
  });
});

test('stays open until the page has flushed', () => {
  window.close();
  window.close();
  expect([window.isClosed, sent]).toEqual([false, [1]]);
  guard.flushed(1);
  expect(window.isClosed).toBe(true);
  expect(timers).toEqual([]);
});

test('an answer to another question, or to none, closes nothing', () => {
  guard.flushed(0);
  guard.flushed(1);
  window.close();
  guard.flushed(7);
  expect(window.isClosed).toBe(false);
});

test('a page that takes long: the user may wait on, or close', async () => {
  window.close();
  timers.shift()?.();
  await vi.waitFor(() => expect(timers).toHaveLength(1));
  expect([window.isClosed, ask.mock.calls.length]).toEqual([false, 1]);
  ask.mockResolvedValue({ response: 1 });
  timers.shift()?.();
  await vi.waitFor(() => expect(window.isClosed).toBe(true));
});

test('a page that died meanwhile is not waited for', async () => {
  window.close();
  isPageAlive = false;
  timers.shift()?.();
  await vi.waitFor(() => expect(window.isClosed).toBe(true));
});

test('without a living page it closes at once', () => {
  isPageAlive = false;
  window.close();
  expect([window.isClosed, sent]).toEqual([true, []]);
});

test('the process ends when what was being written is written, and is not held a second time', async () => {
  const app = Object.assign(new EventEmitter(), { exit: vi.fn() });
  let finish: () => void = () => undefined;
  const work = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  finishBeforeQuit(app, work);
  const preventDefault = vi.fn();
  app.emit('will-quit', { preventDefault });
  app.emit('will-quit', { preventDefault });
  expect([preventDefault.mock.calls.length, work.mock.calls.length, app.exit.mock.calls.length]).toEqual([
    2, 1, 0,
  ]);
  finish();
  await vi.waitFor(() => expect(app.exit).toHaveBeenCalledTimes(1));
});

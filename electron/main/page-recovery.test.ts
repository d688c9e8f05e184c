import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { recoverPage } from './page-recovery.ts';

test('a page that died is reloaded or Outpost quits, as the user says; one that ended well is left alone', async () => {
  const reload = vi.fn();
  const contents = Object.assign(new EventEmitter(), { reload });
  const quit = vi.fn();
  const ask = vi.fn(() => Promise.resolve({ response: 0 }));
  recoverPage(contents, ask, quit);
  contents.emit('render-process-gone', {}, { reason: 'clean-exit' });
  expect(ask).not.toHaveBeenCalled();
  contents.emit('render-process-gone', {}, { reason: 'oom' });
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
  ask.mockResolvedValue({ response: 1 });
  contents.emit('render-process-gone', {}, { reason: 'killed' });
  await vi.waitFor(() => expect(quit).toHaveBeenCalledTimes(1));
  expect(reload).toHaveBeenCalledTimes(1);
});

import { expect, test, vi } from 'vitest';
import { createOpenOutside } from './open-outside.ts';

test('opens nothing without a yes, and shows the whole address', async () => {
  const open = vi.fn(() => Promise.resolve());
  const ask = vi.fn<(options: { detail?: string }) => Promise<{ response: number }>>(() =>
    Promise.resolve({ response: 1 }),
  );
  const openOutside = createOpenOutside({ ask, open });
  await openOutside('https://example.com/a?b=c');
  expect(open).not.toHaveBeenCalled();
  expect(ask.mock.calls[0]?.[0].detail).toContain('https://example.com/a?b=c');
  ask.mockResolvedValueOnce({ response: 0 });
  await openOutside('https://example.com/');
  expect(open.mock.calls).toEqual([['https://example.com/']]);
});

test('asks one question at a time', async () => {
  let answer: (value: { response: number }) => void = () => undefined;
  const ask = vi.fn(() => new Promise<{ response: number }>((resolve) => (answer = resolve)));
  const openOutside = createOpenOutside({ ask, open: () => Promise.resolve() });
  const first = openOutside('https://example.com/1');
  await openOutside('https://example.com/2');
  expect(ask).toHaveBeenCalledTimes(1);
  answer({ response: 1 });
  await first;
  void openOutside('https://example.com/3');
  expect(ask).toHaveBeenCalledTimes(2);
});

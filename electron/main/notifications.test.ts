import { EventEmitter } from 'node:events';
import { beforeEach, expect, test, vi } from 'vitest';
import { Notifier } from './notifications.ts';

class FakeNotice extends EventEmitter {
  show = vi.fn();
  close = vi.fn(() => void this.emit('close'));
}

let made: { options: unknown; notice: FakeNotice }[];
const onClick = vi.fn();
const notifier = (isSupported = true) =>
  new Notifier({
    isSupported: () => isSupported,
    create: (options) => {
      const notice = new FakeNotice();
      made.push({ options, notice });
      return notice;
    },
    onClick,
  });

beforeEach(() => {
  made = [];
  onClick.mockReset();
});

const content = { title: 'Breach', body: 'INC-1 is late', tag: 'inc-1', link: '/incident/1' };

test('shows title and body, and tells where a click leads', () => {
  expect(notifier().show(content)).toBe(true);
  expect(made[0]?.options).toEqual({ title: 'Breach', body: 'INC-1 is late' });
  expect(made[0]?.notice.show).toHaveBeenCalledTimes(1);
  made[0]?.notice.emit('click');
  expect(onClick.mock.calls).toEqual([[{ tag: 'inc-1', link: '/incident/1' }]]);
});

test('a notice of the same tag takes the place of the one before, and only of that', () => {
  const shown = notifier();
  shown.show(content);
  shown.show({ ...content, tag: 'inc-2' });
  shown.show({ ...content, body: 'INC-1 is very late' });
  expect(made.map(({ notice }) => notice.close.mock.calls.length)).toEqual([1, 0, 0]);
  // The close of the first must not forget the third.
  shown.show(content);
  expect(made[2]?.notice.close).toHaveBeenCalledTimes(1);
});

test('says so where the system shows none', () => {
  expect(notifier(false).show(content)).toBe(false);
  expect(made).toEqual([]);
});

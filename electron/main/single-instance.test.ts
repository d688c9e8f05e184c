import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { claimSingleInstance, requestedPath } from './single-instance.ts';

class FakeApp extends EventEmitter {
  quit = vi.fn();
  constructor(private readonly isFirst: boolean) {
    super();
  }
  requestSingleInstanceLock = () => this.isFirst;
}

test('a second start quits at once', () => {
  const app = new FakeApp(false);
  expect(claimSingleInstance(app, () => undefined)).toBe(false);
  expect(app.quit).toHaveBeenCalledTimes(1);
});

test('the first is told what a second start asked for', () => {
  const app = new FakeApp(true);
  const paths: (string | undefined)[] = [];
  expect(claimSingleInstance(app, (path) => paths.push(path))).toBe(true);
  app.emit('second-instance', {}, ['/opt/outpost', '--open=/incident/INC-1'], '/home');
  app.emit('second-instance', {}, ['/opt/outpost'], '/home');
  expect(paths).toEqual(['/incident/INC-1', undefined]);
  expect(app.quit).not.toHaveBeenCalled();
});

test.each([
  [['--open=/incident/1'], '/incident/1'],
  [['electron', '.', 'outpost://app/board?x=1'], '/board?x=1'],
  [['outpost://app'], '/'],
  [['--open=incident'], undefined],
  [['--open=//evil.example/'], undefined],
  [['--open=/\\evil.example/'], undefined],
  [['outpost://evil/board'], undefined],
  [['https://example.com/'], undefined],
  [[], undefined],
])('the command line %j asks for %s', (argv, path) => {
  expect(requestedPath(argv)).toBe(path);
});

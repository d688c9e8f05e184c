import { appOrigin, isAppUrl } from './origin.ts';

/** The part of Electron's App that this needs. */
export interface InstanceApp {
  requestSingleInstanceLock(): boolean;
  quit(): void;
  on(event: 'second-instance', listener: (event: unknown, argv: string[]) => void): unknown;
}

/** A path inside the application has one slash at its start: two would name another host. */
const pathPattern = /^\/(?![/\\])/;

/**
 * The path that a command line asks for: `--open=/incident/…` or an address of the application.
 * Anything else on it is ignored.
 */
export function requestedPath(argv: readonly string[]): string | undefined {
  for (const argument of argv) {
    const path = argument.startsWith('--open=')
      ? argument.slice('--open='.length)
      : isAppUrl(argument)
        ? argument.slice(appOrigin.length) || '/'
        : undefined;
    if (path !== undefined && pathPattern.test(path)) return path;
  }
  return undefined;
}

/**
 * False when another Outpost with the same data is running: that one has been shown, and this one is quitting.
 *
 * @param onSecondStart gets the path that a later start asked for, if it did.
 */
export function claimSingleInstance(
  app: InstanceApp,
  onSecondStart: (path: string | undefined) => void,
): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return false;
  }
  app.on('second-instance', (_, argv) => onSecondStart(requestedPath(argv)));
  return true;
}

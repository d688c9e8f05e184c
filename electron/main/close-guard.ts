import type { MessageBoxOptions } from 'electron';

/** The part of BrowserWindow that this needs. */
export interface ClosableWindow {
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown;
  close(): void;
}

export interface CloseGuardParts {
  readonly window: ClosableWindow;
  /** Tells the page to flush; it answers by `flushed` with the same number. */
  readonly sendBeforeClose: (token: number) => void;
  readonly isPageAlive: () => boolean;
  readonly ask: (options: MessageBoxOptions) => Promise<{ readonly response: number }>;
  /** Runs the work later and answers with what cancels it. */
  readonly later: (work: () => void, milliseconds: number) => () => void;
}

const patienceMilliseconds = 5_000;

/** Keeps the window open until the page has flushed its drafts, or the user has lost patience. */
export function guardClose(parts: CloseGuardParts): { readonly flushed: (token: number) => void } {
  let token = 0;
  let isWaiting = false;
  let isFree = false;
  let cancelTimer = () => {};

  const letGo = () => {
    cancelTimer();
    isFree = true;
    parts.window.close();
  };
  const askAfterAWhile = (current: number) => {
    cancelTimer = parts.later(() => {
      void parts.ask(stillSaving).then(({ response }) => {
        if (token !== current || isFree) return;
        if (response === 1 || !parts.isPageAlive()) letGo();
        else askAfterAWhile(current);
      });
    }, patienceMilliseconds);
  };
  parts.window.on('close', (event) => {
    if (isFree || !parts.isPageAlive()) return;
    event.preventDefault();
    if (isWaiting) return;
    isWaiting = true;
    token += 1;
    parts.sendBeforeClose(token);
    askAfterAWhile(token);
  });
  return {
    flushed: (answered) => {
      if (isWaiting && answered === token) letGo();
    },
  };
}

const stillSaving: MessageBoxOptions = {
  type: 'warning',
  message: 'Outpost is still saving your drafts.',
  detail: 'Closing now can lose what was typed in the last moments. Saved records are safe.',
  buttons: ['Wait', 'Close anyway'],
  defaultId: 0,
  cancelId: 0,
  noLink: true,
};

/** The part of Electron's App that this needs. */
export interface QuittingApp {
  on(event: 'will-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  exit(): void;
}

/** Lets what is being written come to the disk before the process ends. */
export function finishBeforeQuit(app: QuittingApp, finish: () => Promise<unknown>): void {
  let isFinishing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (isFinishing) return;
    isFinishing = true;
    void finish().finally(() => app.exit());
  });
}

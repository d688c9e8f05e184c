import type { MessageBoxOptions } from 'electron';

/** The part of Electron's WebContents that this needs. */
export interface RecoverableContents {
  on(
    event: 'render-process-gone',
    listener: (event: unknown, details: { readonly reason: string }) => void,
  ): unknown;
  reload(): void;
}

/** Offers to reload a page whose process died; entries and drafts are in the database by then. */
export function recoverPage(
  contents: RecoverableContents,
  ask: (options: MessageBoxOptions) => Promise<{ readonly response: number }>,
  quit: () => void,
): void {
  contents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit') return;
    void ask({
      type: 'error',
      message: 'The page of Outpost stopped unexpectedly.',
      detail: `What was saved is safe, and drafts come back after a reload. (${reason})`,
      buttons: ['Reload', 'Quit'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    }).then(({ response }) => (response === 0 ? contents.reload() : quit()));
  });
}

import type { MessageBoxOptions } from 'electron';

interface Asking {
  readonly ask: (options: MessageBoxOptions) => Promise<{ readonly response: number }>;
  readonly open: (address: string) => Promise<void>;
}

/** Opens an address in the user's browser, if they say so; one question at a time. */
export function createOpenOutside({ ask, open }: Asking): (address: string) => Promise<void> {
  let isAsking = false;
  return async (address) => {
    if (isAsking) return;
    isAsking = true;
    try {
      const { response } = await ask({
        type: 'question',
        message: 'Open this address in your browser?',
        detail: `${new URL(address).href}\n\nIt leads out of Outpost and needs a network.`,
        buttons: ['Open', 'Cancel'],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      });
      if (response === 0) await open(address);
    } finally {
      isAsking = false;
    }
  };
}

import type { JournalStatus } from '#shared/contracts/bridge.ts';
import { ProblemError } from '#shared/kernel/errors.ts';
import type { Handle } from '../ipc.ts';
import type { Journal } from '../journal/journal.ts';
import type { KeptKeys } from '../kept-keys.ts';

/** @param opening the journal, or the problem that it could not be opened for: then every use of it says so. */
export function handleJournal(handle: Handle, opening: Promise<Journal>, keys: KeptKeys): void {
  // A failure is told to whoever calls; before that nobody is there to tell.
  opening.catch(() => undefined);
  handle('journal.append', async ([rows]) => (await opening).append(rows));
  handle('journal.replace', async ([rows]) => (await opening).replace(rows));
  handle('journal.readPage', async ([from, limit]) => (await opening).readPage(from, limit));
  handle('journal.readRange', async ([replica, from, to]) => (await opening).readRange(replica, from, to));
  handle('journal.quarantine', async () => (await opening).quarantine());
  handle('journal.keepKeys', ([text]) => keys.keep(text));
  handle('journal.keptKeys', () => keys.kept());
  handle('journal.status', async (): Promise<JournalStatus> => {
    try {
      return (await opening).status();
    } catch (error) {
      if (error instanceof ProblemError) return { state: 'unavailable', reason: error.problem.message };
      throw error;
    }
  });
}

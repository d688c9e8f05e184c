import type { Data, Done } from '#renderer/data/data.ts';
import type { Command } from '#shared/engine/commands.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';

/** Does it. @throws ProblemError with the first reason why not. */
export async function mustDo(data: Data, command: Command): Promise<Done> {
  const done = await data.execute(command);
  if (done.ok) return done.value;
  const [first = problem('OUT-APP-001', { place: 'a change', fault: 'it was refused without a reason' })] =
    done.error;
  throw new ProblemError(first);
}

import type { OutpostDatabase } from '#renderer/data/database.ts';
import { readKept } from '#renderer/data/verify/kept-result.ts';
import type { VerifyMessage, VerifyOrder } from '#renderer/data/verify/protocol.ts';
import { verifyLog } from '#renderer/data/verify/verify-log.ts';
import type { Catalogue } from '#shared/definition/catalogue.ts';

/** What the worker of a run does, on the same thread. */
export function startVerifyHere(
  parts: { readonly database: OutpostDatabase; readonly catalogue: Catalogue },
  order: VerifyOrder,
  onMessage: (message: VerifyMessage) => void,
): () => void {
  let isOver = false;
  const tell = (message: VerifyMessage) => {
    if (!isOver) onMessage(message);
  };
  const run = async () => {
    const { verified } = await readKept(parts.database);
    const onProgress = (progress: NonNullable<Extract<VerifyMessage, { progress: unknown }>>['progress']) =>
      tell({ progress });
    tell({
      verified: await verifyLog(
        { ...parts, now: () => Date.now(), random: Math.random, onProgress },
        order,
        verified?.mark,
      ),
    });
  };
  run().catch((error: unknown) => tell({ fault: String(error) }));
  return () => {
    isOver = true;
  };
}

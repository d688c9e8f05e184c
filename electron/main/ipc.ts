import type { z } from 'zod';
import { callChannel } from '#shared/contracts/bridge-channels.ts';
import type {
  BridgeArguments,
  BridgeCall,
  BridgeEvents,
  BridgeReply,
  BridgeResult,
} from '#shared/contracts/bridge-channels.ts';
import { eventChannel, flushedChannel } from '#shared/contracts/bridge-channels.ts';
import { bridgeSchemas } from '#shared/contracts/bridge-schemas.ts';
import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { isAppUrl } from './origin.ts';
import { reasonOf } from './reason.ts';

/** Who sent a message; `parent` is null for the frame of the window itself. */
export interface Sender {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/** The part of Electron's IpcMain that this needs. */
export interface CallReceiver {
  handle(channel: string, listener: (event: Sender, ...args: unknown[]) => Promise<unknown>): void;
  on(channel: string, listener: (event: Sender, ...args: unknown[]) => void): unknown;
}

/** Binds one call of the contract to what answers it. */
export type Handle = <C extends BridgeCall>(
  call: C,
  answer: (args: BridgeArguments<C>) => BridgeResult<C> | Promise<BridgeResult<C>>,
) => void;

/**
 * Every call is checked for who sent it and what it holds before it is answered; whatever goes wrong travels as a
 * problem of the catalogue.
 *
 * @param report gets errors that no problem describes.
 */
export function createHandle(
  receiver: CallReceiver,
  report: (call: BridgeCall, error: unknown) => void,
): Handle {
  return (call, answer) => {
    receiver.handle(callChannel(call), async (event, ...args): Promise<BridgeReply<typeof call>> => {
      try {
        return { ok: true, value: await answer(checkedArguments(call, event, args)) };
      } catch (error) {
        if (error instanceof ProblemError) return { ok: false, problem: error.problem };
        report(call, error);
        return { ok: false, problem: unforeseen(call, error) };
      }
    });
  };
}

function checkedArguments<C extends BridgeCall>(
  call: C,
  event: Sender,
  args: readonly unknown[],
): BridgeArguments<C> {
  if (!isTrusted(event)) throw refusal(call, 'it did not come from a page of the application.');
  const schema: z.ZodType<BridgeArguments<C>> = bridgeSchemas[call];
  const parsed = schema.safeParse(args);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? `arguments: ${message}` : `argument ${path.join('.')}: ${message}`,
  );
  throw refusal(call, `${faults.slice(0, 3).join('; ')}.`);
}

/** Only the window's own page: no frame inside it, and no other address it was led to. */
function isTrusted({ senderFrame }: Sender): boolean {
  return senderFrame !== null && senderFrame.parent === null && isAppUrl(senderFrame.url);
}

function refusal(action: string, fault: string): ProblemError {
  return new ProblemError(problem('OUT-SHL-002', { action, fault }));
}

function unforeseen(place: string, error: unknown): Problem {
  return problem('OUT-APP-001', { place, fault: reasonOf(error) });
}

/** The page's answer to `beforeClose`. */
export function onFlushed(receiver: CallReceiver, listener: (token: number) => void): void {
  receiver.on(flushedChannel, (event, token) => {
    if (isTrusted(event) && typeof token === 'number') listener(token);
  });
}

export type Send = <E extends keyof BridgeEvents>(event: E, payload: BridgeEvents[E]) => void;

/** Tells the page something; said to nobody while there is no page. */
export function createSend(
  contents: () => { send(channel: string, payload: unknown): void; isDestroyed(): boolean } | undefined,
): Send {
  return (event, payload) => {
    const target = contents();
    if (target !== undefined && !target.isDestroyed()) target.send(eventChannel(event), payload);
  };
}

import { toBase64Url } from '../kernel/canonical.ts';
import { signRequest } from '../sync/keys.ts';
import { hubHeaders, hubTimeHeader } from './hub.ts';

/** Who asks a hub. */
export interface HubSender {
  readonly replica: string;
  readonly workspace: string;
  /** Ed25519. */
  readonly secret: Uint8Array;
}

/** What is asked, as it is sent: the path with its prefix and query, no body as no bytes. */
export interface AskedOfHub {
  readonly method: string;
  readonly path: string;
  readonly body: Uint8Array;
}

/** Headers by which a hub knows who asks. @param at epoch ms by the hub's clock. */
export function signedHeaders(
  { replica, workspace, secret }: HubSender,
  asked: AskedOfHub,
  at: number,
): Readonly<Record<string, string>> {
  const instant = Math.trunc(at);
  return {
    [hubHeaders.workspace]: workspace,
    [hubHeaders.replica]: replica,
    [hubHeaders.at]: String(instant),
    [hubHeaders.signature]: toBase64Url(signRequest(secret, { ...asked, workspace, replica, at: instant })),
  };
}

interface AnswerOfHub {
  readonly status: number;
  readonly headers?: { readonly get: (name: string) => string | null };
}

/**
 * Asks with signed headers. A hub that finds them signed for another time says what time it has there; then it is asked once more, so that clocks
 * that are off by years stop nothing.
 * @param guess epoch ms that the hub's clock is thought to have.
 */
export async function askSigned<Answer extends AnswerOfHub>(
  sender: HubSender,
  asked: AskedOfHub,
  guess: number,
  send: (headers: Readonly<Record<string, string>>) => Promise<Answer>,
): Promise<Answer> {
  const answer = await send(signedHeaders(sender, asked, guess));
  const told = answer.status === 401 ? answer.headers?.get(hubTimeHeader) : null;
  const now = Number(told ?? undefined);
  return Number.isSafeInteger(now) ? send(signedHeaders(sender, asked, now)) : answer;
}

import { toBase64Url } from '../kernel/canonical.ts';
import { signRequest } from '../sync/keys.ts';
import { hubHeaders } from './hub.ts';

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

/** Headers by which a hub knows who asks. */
export function signedHeaders(
  { replica, workspace, secret }: HubSender,
  asked: AskedOfHub,
): Readonly<Record<string, string>> {
  return {
    [hubHeaders.workspace]: workspace,
    [hubHeaders.replica]: replica,
    [hubHeaders.signature]: toBase64Url(signRequest(secret, { ...asked, workspace, replica })),
  };
}

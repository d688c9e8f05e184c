import {
  apiPrefix,
  enrolResponseSchema,
  hubPaths,
  type EnrolRequest,
  type EnrolResponse,
} from '#shared/contracts/hub.ts';
import { directoryFromJson } from '#shared/contracts/hub-directory.ts';
import { fromBase64Url, toBase64Url } from '#shared/kernel/canonical.ts';
import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { verifyDirectory } from '#shared/sync/directory.ts';
import type { ReplicaKeys } from '#shared/sync/keys.ts';
import type { HubRow } from './hub-rows.ts';
import { askHub, type Transport } from './transport.ts';

export interface Applicant {
  readonly replica: string;
  readonly shortCode: string;
  /** Of this device, for people. */
  readonly name: string;
  readonly keys: ReplicaKeys;
}

/** The hub as it presented itself, and the short code that it gave. */
export interface Joined {
  readonly hub: Pick<HubRow, 'id' | 'name' | 'address' | 'workspace' | 'signKey' | 'boxKey' | 'directory'>;
  readonly shortCode: string;
}

/**
 * Enrols a replica at a hub with a one-time code. Asking again with the same code gives the same answer.
 * @throws ProblemError OUT-SYN-050 not reached, OUT-SYN-052 no hub, OUT-SYN-024 and others as the hub says.
 */
export async function enrolAt(
  transport: Transport,
  address: string,
  code: string,
  { replica, shortCode, name, keys }: Applicant,
): Promise<Joined> {
  const request: EnrolRequest = {
    code,
    replica,
    name,
    shortCode,
    signKey: toBase64Url(keys.sign.public),
    boxKey: toBase64Url(keys.box.public),
  };
  const bytes = await askHub(transport, address, {
    method: 'POST',
    path: apiPrefix + hubPaths.enrol,
    headers: { 'content-type': 'application/json' },
    body: new TextEncoder().encode(JSON.stringify(request)),
  });
  const { hub, workspace, shortCode: given, directory: json } = readAnswer(address, bytes);
  const directory = directoryFromJson(json);
  const signKey = fromBase64Url(hub.signKey) ?? new Uint8Array();
  if (!verifyDirectory(signKey, directory)) throw new ProblemError(notAHub(address));
  const boxKey = fromBase64Url(hub.boxKey) ?? new Uint8Array();
  return {
    hub: { id: hub.id, name: hub.name, address, workspace, signKey, boxKey, directory },
    shortCode: given,
  };
}

function readAnswer(address: string, bytes: Uint8Array): EnrolResponse {
  try {
    return enrolResponseSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new ProblemError(notAHub(address));
  }
}

function notAHub(address: string): Problem {
  return problem('OUT-SYN-052', { address, reason: 'its answer is no enrolment' });
}

const defaultPort = '4790';

/**
 * The origin of a hub as people type it: without a scheme it is https, on this machine and in private networks by number http.
 * @throws ProblemError OUT-SYN-051
 */
export function hubAddress(typed: string): string {
  const text = typed.trim();
  const isLocal = /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[?::1)/.test(text);
  const whole = /^https?:\/\//i.test(text) ? text : `${isLocal ? 'http' : 'https'}://${text}`;
  try {
    const url = new URL(whole);
    if (url.hostname === '') throw new Error('No host.');
    if (url.port === '' && !/^https?:\/\//i.test(text)) url.port = defaultPort;
    return url.origin;
  } catch {
    throw new ProblemError(problem('OUT-SYN-051', { value: typed }));
  }
}

import { fromBase64Url, toBase64Url } from '#shared/kernel/canonical.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { platformRandom } from '#shared/kernel/platform.ts';
import { factorPair, type AuthenticatorFactor } from '#shared/trust/factor.ts';
import type { GrantPair } from '#shared/trust/grant.ts';

const secretBytes = 32;
/** Ms that somebody has to touch it. */
const patience = 60_000;

/** Why this page can use no authenticator, as one sentence; undefined where it can. */
export function authenticatorRefusal(host: Window = window): string | undefined {
  if (!host.location.protocol.startsWith('http')) {
    return 'The desktop application cannot ask for one.';
  }
  if (!host.isSecureContext) return 'Browsers give authenticators to pages that came over https only.';
  return 'credentials' in host.navigator && 'PublicKeyCredential' in host
    ? undefined
    : 'This browser knows no authenticators.';
}

/**
 * Has an authenticator make a pair for this person on this device (WebAuthn level 3, extension `prf`).
 * @throws ProblemError OUT-KEY-014 where nobody touched it, OUT-KEY-015 where it makes no secrets.
 */
export async function makeFactor(person: string, name: string): Promise<AuthenticatorFactor> {
  const input = platformRandom(secretBytes);
  const made = await asked(name, () =>
    navigator.credentials.create({
      publicKey: {
        challenge: bufferOf(platformRandom(secretBytes)),
        rp: { name: 'Outpost' },
        user: { id: new TextEncoder().encode(person), name, displayName: name },
        // ES256 and RS256; what it signs is looked at by nobody.
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
        extensions: { prf: {} },
        timeout: patience,
      },
    }),
  );
  if (made.getClientExtensionResults().prf?.enabled !== true) {
    throw new ProblemError(problem('OUT-KEY-015'));
  }
  const known = { credential: toBase64Url(new Uint8Array(made.rawId)), input: toBase64Url(input) };
  const pair = await askAuthenticator(known, name);
  return { kind: 'authenticator', public: toBase64Url(pair.public), ...known };
}

/** @throws ProblemError OUT-KEY-014 where it is not there or nobody touched it, OUT-KEY-015 */
export async function askAuthenticator(
  { credential, input }: Pick<AuthenticatorFactor, 'credential' | 'input'>,
  name: string,
): Promise<GrantPair> {
  const answer = await asked(name, () =>
    navigator.credentials.get({
      publicKey: {
        challenge: bufferOf(platformRandom(secretBytes)),
        allowCredentials: [{ type: 'public-key', id: bufferOf(fromBase64Url(credential)) }],
        // Always the same: an authenticator has another secret where it does not verify who touches it.
        userVerification: 'required',
        extensions: { prf: { eval: { first: bufferOf(fromBase64Url(input)) } } },
        timeout: patience,
      },
    }),
  );
  const first = answer.getClientExtensionResults().prf?.results?.first;
  if (!first) throw new ProblemError(problem('OUT-KEY-015'));
  return factorPair(first instanceof ArrayBuffer ? new Uint8Array(first) : bytesOfView(first));
}

async function asked(name: string, ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  const answer = await ask().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProblemError(problem('OUT-KEY-014', { name, reason }), { cause: error });
  });
  if (answer instanceof PublicKeyCredential) return answer;
  throw new ProblemError(problem('OUT-KEY-014', { name, reason: 'it gave no answer.' }));
}

function bytesOfView({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** The browser's interface takes memory that is not shared with other threads. */
function bufferOf(bytes: Uint8Array | undefined): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes ?? []);
}

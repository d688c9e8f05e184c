import { adminSessionSchema, type AdminSessionInfo } from '#shared/contracts/hub-admin.ts';
import { hubPaths } from '#shared/contracts/hub.ts';
import { ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { askOwnHub, readAnswer } from './ask-hub.ts';

/** Nobody is signed in (any more). */
export function isSignedOut({ code }: Problem): boolean {
  return code === 'OUT-SYN-029' || code === 'OUT-SYN-063';
}

/** Who is signed in on this browser. @throws ProblemError where the hub does not say. */
export async function currentSession(): Promise<AdminSessionInfo | undefined> {
  try {
    return await readAnswer(await askOwnHub(hubPaths.adminSession, { isBySelf: true }), adminSessionSchema);
  } catch (error) {
    if (error instanceof ProblemError && isSignedOut(error.problem)) return undefined;
    throw error;
  }
}

/** @throws ProblemError OUT-SYN-029 wrong token, OUT-SYN-061 too many tries. */
export async function signIn(token: string): Promise<AdminSessionInfo> {
  const answer = await askOwnHub(
    hubPaths.adminSession,
    {},
    { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ token }) },
  );
  return readAnswer(answer, adminSessionSchema);
}

export async function signOut(proof: string): Promise<void> {
  await askOwnHub(hubPaths.adminSession, { proof }, { method: 'DELETE' });
}

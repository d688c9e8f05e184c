import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { systemClock } from '#shared/kernel/clock.ts';
import { endOf, listSessions } from '../hub/admin-sessions.ts';
import { anyWorkspace, makeCode } from '../hub/codes.ts';
import { revoke } from '../hub/revoke.ts';
import { makeToken } from '../hub/tokens.ts';
import type { Storage } from '../storage/storage.ts';

export interface CodeArguments {
  readonly workspace?: string | undefined;
  readonly label?: string | undefined;
  readonly hours?: string | undefined;
  readonly kind?: string | undefined;
}

/** `code`: prints a one-time code. @throws ProblemError OUT-SYN-033 when the workspace is unknown, or none is named of several. */
export async function printCode(storage: Storage, given: CodeArguments): Promise<void> {
  const kind = given.kind === 'hub' ? 'hub' : 'device';
  const workspaces = await storage.workspaces.list();
  const only = workspaces.length === 1 ? workspaces[0] : undefined;
  const any = { id: anyWorkspace, name: 'that the hub brings' };
  const workspace =
    given.workspace === undefined
      ? kind === 'hub'
        ? any
        : only
      : workspaces.find(({ id, name }) => id === given.workspace || name === given.workspace);
  if (workspace === undefined) {
    throw new ProblemError(problem('OUT-SYN-033', { workspace: given.workspace ?? '(none named)' }));
  }
  const hours = given.hours === undefined ? undefined : Number(given.hours);
  const { text, row } = await makeCode(
    storage.codes,
    {
      workspace: workspace.id,
      label: given.label ?? 'Command line',
      kind,
      hours: hours !== undefined && hours > 0 && hours <= 720 ? hours : undefined,
    },
    systemClock.now(),
  );
  console.log(`${text}  (workspace ${workspace.name}, until ${new Date(row.expiresAt).toISOString()})`);
}

/** `token`: prints a token for the administration over HTTP. */
export async function printToken(storage: Storage, label = 'Command line'): Promise<void> {
  console.log(await makeToken(storage.tokens, label, systemClock.now()));
}

/** `revoke`: in every workspace that has the replica. @throws ProblemError OUT-SYN-022 when none has. */
export async function revokeReplica(storage: Storage, replica: string): Promise<void> {
  let count = 0;
  for (const { id, name } of await storage.workspaces.list()) {
    if (!(await revoke(storage, id, replica, systemClock.now()))) continue;
    console.log(`${replica} was revoked in ${name}.`);
    count += 1;
  }
  if (count === 0) throw new ProblemError(problem('OUT-SYN-022', { replica }));
}

/** `revoke-token`: those made with this label; who signed in with them is signed out. */
export async function revokeToken(storage: Storage, label: string): Promise<void> {
  const open = await listSessions({ storage, clock: systemClock });
  const ended = open.filter((session) => session.label === label).length;
  const count = await storage.tokens.revoke(label, systemClock.now());
  console.log(`${count} revoked, ${ended} sessions ended.`);
}

/** `sessions`: administrators who are signed in. */
export async function printSessions(storage: Storage): Promise<void> {
  const open = await listSessions({ storage, clock: systemClock });
  for (const session of open) {
    const { label, address, madeAt } = session;
    const times = `since ${new Date(madeAt).toISOString()}, until ${new Date(endOf(session)).toISOString()}`;
    console.log(`${label} from ${address}, ${times} unless it is used`);
  }
  if (open.length === 0) console.log('Nobody is signed in.');
}

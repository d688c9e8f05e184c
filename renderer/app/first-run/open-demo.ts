import type { Account, Data, NewCredential, ScriptedCommand } from '#renderer/data/data.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { newRecordId } from '#shared/kernel/ids.ts';
import { seedCommands } from './set-up-unit.ts';

/** Everybody's in the demo unit; it stands on the page that opens it and where people sign in. */
export const demoPassphrase = 'outpost demo unit';

/** Fills the empty workspace with the demo unit, which is in a chunk of its own; its visitor is at the desk then. @throws ProblemError */
export async function openDemo(data: Data, onProgress: (share: number) => void): Promise<void> {
  const { buildDemo, demoStart, demoVisitor } = await import('#resources/demo/demo.ts');
  const now = data.now();
  const maker: Actor = { ...demoVisitor, roles: ['administrator'] };
  const script = [...seedCommands(data.catalogue, maker, demoStart(now)), ...buildDemo(now)];
  const made = await data.access.makeCredential(demoPassphrase);
  const holders = demoHolders(made, script);
  await data.access.close(
    holders.toSorted((a, b) => Number(b.id === demoVisitor.id) - Number(a.id === demoVisitor.id)),
    made.secret,
  );
  const accounts = holders.map(({ id: person, name, credential, record }): ScriptedCommand => {
    const fields = { name, person, credential: JSON.stringify(credential) };
    return { command: { kind: 'create', type: 'account', id: record, fields }, actor: maker, at: now };
  });
  const founders = holders.map(({ id, record }) => ({ person: id, account: record, secret: made.secret }));
  await data.runScript([...script, ...accounts], { founders, onProgress });
}

/** All who have a role may sign in, with one credential: there is nothing to keep from anybody. */
function demoHolders({ credential }: NewCredential, script: readonly ScriptedCommand[]): readonly Account[] {
  return script.flatMap(({ command, at }) => {
    if (command.kind !== 'create' || command.type !== 'person' || !command.id) return [];
    const { name, roles } = command.fields;
    if (typeof name !== 'string' || !Array.isArray(roles) || roles.length === 0) return [];
    const record = newRecordId(at);
    return [{ id: command.id, kind: 'person', name, credential, record } as const];
  });
}

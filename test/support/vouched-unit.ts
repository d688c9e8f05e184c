import type { Actor } from '#shared/definition/permission.ts';
import { newRecordId } from '#shared/kernel/ids.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { newDerivation } from '#shared/trust/credential.ts';
import type { NewCredential, ScriptedCommand } from '#renderer/data/data.ts';
import { openWindow } from './open-window.ts';
import type { TestWindow } from './workspace.ts';

/** Weak on purpose: the tests wait for it. */
export const weak = () => ({ ...newDerivation(), memory: 64, passes: 1 });
export const words = 'four words of hers';

export interface Somebody {
  readonly actor: Actor;
  readonly account: string;
  readonly made: NewCredential;
}

export interface Unit {
  readonly window: TestWindow;
  readonly maria: Somebody;
  readonly john: Somebody;
}

/** A unit of two that Maria just made; she is at the desk. @param isOld John’s account is of a version without vouches. */
export async function vouchedUnit(isOld = false): Promise<Unit> {
  const window = await openWindow({ catalogue });
  window.data.setActor(undefined);
  const { access } = window.data;
  const somebody = async (roles: Actor['roles']): Promise<Somebody> => ({
    actor: { id: newRecordId(1), roles, teams: [] },
    account: newRecordId(2),
    made: await access.makeCredential(words, weak()),
  });
  const [maria, john] = [await somebody(['administrator']), await somebody(['analyst'])];
  const commands = ({ actor, account, made }: Somebody, name: string): readonly ScriptedCommand[] => {
    const { sign, ...old } = made.credential;
    const credential = JSON.stringify(isOld && name === 'John' ? old : { ...old, sign });
    const fields = { name, person: actor.id, credential };
    const by = { actor: maria.actor, at: window.clock.at };
    const person = { name, roles: [...actor.roles] };
    return [
      { command: { kind: 'create', type: 'person', id: actor.id, fields: person }, ...by },
      { command: { kind: 'create', type: 'account', id: account, fields }, ...by },
    ];
  };
  const founders = [{ person: maria.actor.id, account: maria.account, secret: maria.made.secret }];
  await access.close([holder(maria, 'Maria'), holder(john, 'John')], maria.made.secret);
  const fields = { name: 'Unit', shortName: 'Unit', zone: 'UTC', marking: 'UNCLASSIFIED' };
  const made = [...commands(maria, 'Maria'), ...commands(john, 'John')];
  const by = { actor: maria.actor, at: window.clock.at };
  await window.data.runScript([...made, { command: { kind: 'create', type: 'unit', fields }, ...by }], {
    founders,
  });
  window.data.setActor(maria.actor);
  return { window, maria, john };
}

function holder({ actor, made }: Somebody, name: string) {
  return { id: actor.id, kind: 'person', name, credential: made.credential } as const;
}

import { roles, type Role } from '#shared/definition/roles.ts';
import { actor, teams, type PersonKey } from './people.ts';
import { day, demoId, type Script } from './script.ts';

/** Owners of processes; those that are not here are owned by who has the role for the whole unit. */
const owners: readonly (readonly [process: string, name: string, PersonKey])[] = [
  ['IM', 'incident management', 'okafor'],
  ['RF', 'request fulfillment', 'lindqvist'],
  ['CfM', 'configuration management', 'novak'],
  ['KM', 'knowledge management', 'silva'],
];

const serviceOwners: readonly (readonly [service: string, name: string, PersonKey])[] = [
  ['network', 'camp network', 'novak'],
  ['radio', 'tactical radio net', 'herrera'],
  ['mail', 'e-mail and collaboration', 'silva'],
];

/** Who answers for what, besides the roles that people have for the whole unit. */
export function writeRoles(script: Script, at: number): void {
  const admin = actor('reyes');
  const give = (role: Role, person: PersonKey, part: Readonly<Record<string, string>>, of = '') =>
    script.create(at, admin, 'assignment', `${role}-${person}-${of}`, {
      name: `${roles[role].label}${of ? `, ${of}` : ''}`,
      role,
      person: actor(person).id,
      scope: 'workspace',
      ...part,
      reason: 'Appointment order of the company.',
    });
  for (const [process, name, person] of owners) {
    give('processOwner', person, { scope: 'process', process }, name);
  }
  for (const [key, name, person] of serviceOwners) {
    const service = demoId('service', key);
    const id = give('serviceOwner', person, { scope: 'service', service }, name);
    if (key !== 'radio') continue;
    script.act(
      at + 30 * day,
      { ...actor('herrera'), scoped: [{ role: 'serviceOwner', scope: 'service', of: service }] },
      id,
      'delegate',
      {
        delegate: actor('mbeki').id,
        delegateUntil: script.now + 6 * day,
      },
    );
  }
  give('processManager', 'tanaka', { scope: 'process', process: 'IM' }, 'incident management');
  give('functionOwner', 'okafor', { scope: 'team', team: teams.desk }, 'service desk');
  give('executiveSponsor', 'dawson', {});
  give('assessor', 'silva', {});
}

import type { Data } from '#renderer/data/data.ts';
import { mostSingly, type ShellNotice } from '#renderer/shell/notices/plan-notices.ts';
import { roleFaults, type RoleFault } from '#shared/engine/role-faults.ts';
import type { Query } from '#shared/definition/query.ts';
import { mostRoleRecords, namedPeople, roleFacts, allServices } from './role-facts.ts';

/** By their records, only owners of processes make a difference here. */
const owners: Query = { type: 'person', where: [{ column: 'roles', in: ['processOwner'] }] };
const judged = [allServices, owners];

/** Notices of what must hold of roles and does not any more, for administrators; each once, and again when it was mended and broke anew. */
export async function lookForRoleFaults(data: Data, now: number): Promise<readonly ShellNotice[]> {
  if (!data.actor?.roles.includes('administrator')) return [];
  const page = { offset: 0, limit: mostRoleRecords };
  const answers = await Promise.all(judged.map((query) => data.ids(query, page)));
  const found = await data.loadMany(answers.flatMap(({ ids }) => ids));
  const named = await data.loadMany(namedPeople(found, data.config));
  const fresh: RoleFault[] = [];
  for (const fault of roleFaults(roleFacts(data, found, named, now))) {
    if (await data.local.claimNotice(roleFaultKey(fault, data))) fresh.push(fault);
  }
  return planRoleNotices(fresh, data, now);
}

/** What is told once: the fault, as the assignments for the same process or service stand. */
function roleFaultKey({ kind, about, says }: RoleFault, { config }: Pick<Data, 'config'>): string {
  const [of] = Object.values(about);
  const given = config
    .all('assignment')
    .filter(({ fields }) => fields['process'] === of || fields['service'] === of)
    .map(({ id, state }) => `${id} ${state}`);
  return ['role', kind, of, says, ...given.toSorted()].join(':');
}

function planRoleNotices(
  fresh: readonly RoleFault[],
  data: Pick<Data, 'config'>,
  now: number,
): readonly ShellNotice[] {
  const notice = (key: string, title: string): ShellNotice => ({
    key,
    kind: 'role',
    title,
    body: 'The page Roles lists what is to be mended, and how.',
    link: '/roles',
    at: now,
  });
  if (fresh.length <= mostSingly) return fresh.map((fault) => notice(roleFaultKey(fault, data), fault.says));
  const key = fresh.map((fault) => roleFaultKey(fault, data)).join(' ');
  return [notice(key, `${String(fresh.length)} roles are not held as they must be`)];
}

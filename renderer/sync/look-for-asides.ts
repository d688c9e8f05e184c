import type { Data, RuledEntry } from '#renderer/data/data.ts';
import { mostSingly, type ShellNotice } from '#renderer/shell/notices/plan-notices.ts';
import { countEntries, ruledNext } from './words.ts';

/** Its author is told again where another hub, or the same for another reason, sets an entry aside. */
function keyOf({ ref, ruling }: RuledEntry): string {
  return `aside:${ref}:${ruling.hub}:${ruling.code}`;
}

/** Notices for whoever is at the desk of own entries that hubs set aside, and that no window told of before. */
export async function lookForAsides(data: Data, now: number): Promise<readonly ShellNotice[]> {
  const { actor } = data;
  if (!actor) return [];
  const own = (await data.audit.ruledAside()).filter(({ person }) => person === actor.id);
  const fresh: RuledEntry[] = [];
  for (const entry of own) if (await data.local.claimNotice(keyOf(entry))) fresh.push(entry);
  return planAsideNotices(fresh, now);
}

/** Many at once become one. */
export function planAsideNotices(fresh: readonly RuledEntry[], now: number): readonly ShellNotice[] {
  const plain = { kind: 'aside', link: '/sync', at: now } as const;
  if (fresh.length <= mostSingly) {
    return fresh.map((entry) => ({
      ...plain,
      key: keyOf(entry),
      title: `${entry.seen?.number ?? 'A record'}: a change of yours was set aside`,
      body: `${entry.ruling.reason} ${ruledNext(entry.ruling.code)}`,
    }));
  }
  return [
    {
      ...plain,
      key: fresh.map(keyOf).join(' '),
      title: `${countEntries(fresh.length)} of yours were set aside`,
      body: 'They are kept and do not count. Sync lists them with the reasons and what to do.',
    },
  ];
}

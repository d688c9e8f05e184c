import { useEffect, useRef } from 'react';
import { useData, useNow, type Data } from '#renderer/data/data.ts';
import { lookForRoleFaults } from '#renderer/access/roles/look-for-role-faults.ts';
import { lookForRedactions } from '#renderer/audit/redactions/look-for-redactions.ts';
import { paths } from '#renderer/record/navigation.ts';
import { useBridge } from '#renderer/session/bridge.tsx';
import { usePreferences } from '#renderer/session/preferences.ts';
import { announce } from '#renderer/session/toasts.ts';
import { lookForAsides } from '#renderer/sync/look-for-asides.ts';
import { lookForConflicts } from '#renderer/sync/conflicts/look-for-conflicts.ts';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import { markingFieldName } from '#shared/definition/marking-field.ts';
import type { ClockDeclaration, RecordType } from '#shared/definition/record-type.ts';
import { breachedQuery, warnedQuery } from './clock-queries.ts';
import { addNotices, keepNoticesIn } from './notices-store.ts';
import {
  noticeKey,
  planNotices,
  type ClockHit,
  type ClockNoticeKind,
  type ShellNotice,
} from './plan-notices.ts';

const lookEvery = 30_000;
/** Beyond this many at once only the list can help. */
const mostLookedAt = 200;

async function look(
  data: Data,
  type: RecordType,
  clock: ClockDeclaration,
  kind: ClockNoticeKind,
  now: number,
): Promise<readonly ShellNotice[]> {
  const query = (kind === 'breach' ? breachedQuery : warnedQuery)(type.name, clock, now);
  const { rows } = await data.query(query, { offset: 0, limit: mostLookedAt });
  const hits = rows.map((row): ClockHit => ({
    kind,
    record: row.id,
    number: String(row.cells['number']),
    title: String(row.cells[type.views.title] ?? ''),
    marking: String(row.cells[markingFieldName] ?? ''),
    clock: clock.name,
    clockLabel: clock.label,
    due: Number(row.cells[`${clock.name}Due`]),
  }));
  const fresh: ClockHit[] = [];
  for (const hit of hits) {
    if (await data.local.claimNotice(noticeKey(hit))) fresh.push(hit);
  }
  return planNotices(
    fresh,
    { plural: type.plural.toLowerCase(), clockLabel: clock.label, listLink: paths.list(query) },
    now,
  );
}

/** All notices that are due and that no window showed before. */
export async function lookForNotices(data: Data, now: number): Promise<readonly ShellNotice[]> {
  const found: ShellNotice[] = [];
  for (const type of data.catalogue.types) {
    for (const clock of type.clocks) {
      found.push(...(await look(data, type, clock, 'breach', now)));
      found.push(...(await look(data, type, clock, 'warning', now)));
    }
  }
  found.push(...(await lookForConflicts(data, now)), ...(await lookForAsides(data, now)));
  found.push(...(await lookForRoleFaults(data, now)), ...(await lookForRedactions(data, now)));
  return found;
}

function showOutside(bridge: OutpostBridge, notices: readonly ShellNotice[]): void {
  for (const { key, title, body: text, marking = '', link } of notices) {
    const body = marking === '' ? text : `(${marking}) ${text}`;
    // The tray has it already; a system that shows no notices takes nothing away.
    bridge.notify.show({ title, body, tag: key.slice(0, 200), link }).catch(() => undefined);
  }
}

/** Watches the service level clocks and what arrives, and tells of warnings, breaches, conflicts, what was set aside, and roles that are not held as they must be: each once. */
export function useNoticeWatch(): void {
  const data = useData();
  const bridge = useBridge();
  const now = useNow(lookEvery);
  const isLooking = useRef(false);
  const hasSystemNotices = usePreferences((state) => state.hasSystemNotices);
  useEffect(() => {
    // Without those of earlier, the new ones are still shown.
    keepNoticesIn(data.local).catch(() => undefined);
  }, [data]);
  useEffect(() => {
    if (isLooking.current) return;
    isLooking.current = true;
    lookForNotices(data, now)
      .then((notices) => {
        if (notices.length === 0) return;
        addNotices(notices);
        announce(notices.length === 1 ? (notices[0]?.title ?? '') : `${String(notices.length)} new notices`);
        if (hasSystemNotices) showOutside(bridge, notices);
      })
      // The next look comes in half a minute; a list that cannot be read shows its own fault.
      .catch(() => undefined)
      .finally(() => {
        isLooking.current = false;
      });
  }, [data, bridge, now, hasSystemNotices]);
}

import { formatDuration } from '#renderer/ui/time/format-time.ts';

export type ClockNoticeKind = 'warning' | 'breach';
export type NoticeKind = ClockNoticeKind | 'conflict' | 'aside' | 'role' | 'redaction';

/** A running clock that passed its warning or its due instant. */
export interface ClockHit {
  readonly kind: ClockNoticeKind;
  readonly record: string;
  readonly number: string;
  readonly title: string;
  /** The record's own; '' where it has none. */
  readonly marking: string;
  readonly clock: string;
  readonly clockLabel: string;
  /** Epoch ms. */
  readonly due: number;
}

export interface ShellNotice {
  /** Record, clock and due instant: what makes two notices the same. */
  readonly key: string;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly body: string;
  /** Of the record whose title is the body. */
  readonly marking?: string;
  /** Path inside the application. */
  readonly link: string;
  readonly at: number;
}

/** One key for each record, clock and due instant: a target that moves gives a new notice, a second look does not. */
export function noticeKey({
  kind,
  record,
  clock,
  due,
}: Pick<ClockHit, 'kind' | 'record' | 'clock' | 'due'>): string {
  return `${record}:${clock}:${String(due)}:${kind}`;
}

/** More at once than this would bury what matters: they become one notice with a link to their list. */
export const mostSingly = 5;

interface Crowd {
  /** "incidents" */
  readonly plural: string;
  readonly clockLabel: string;
  /** Path of the list that holds them all. */
  readonly listLink: string;
}

function single(hit: ClockHit, now: number): ShellNotice {
  const isBreach = hit.kind === 'breach';
  const length = formatDuration(Math.abs(hit.due - now));
  return {
    key: noticeKey(hit),
    kind: hit.kind,
    title: isBreach
      ? `${hit.number}: ${hit.clockLabel} target missed`
      : `${hit.number}: ${hit.clockLabel} due in ${length}`,
    body: hit.title,
    marking: hit.marking,
    link: `/record/${hit.record}`,
    at: isBreach ? hit.due : now,
  };
}

/**
 * The notices for hits of one type, clock and kind that nobody was told of yet.
 * @param fresh hits whose keys were not known.
 */
export function planNotices(fresh: readonly ClockHit[], crowd: Crowd, now: number): readonly ShellNotice[] {
  const [first] = fresh;
  if (!first) return [];
  if (fresh.length <= mostSingly) return fresh.map((hit) => single(hit, now));
  const says = first.kind === 'breach' ? 'target missed' : 'due soon';
  return [
    {
      key: fresh.map(noticeKey).join(' '),
      kind: first.kind,
      title: `${String(fresh.length)} ${crowd.plural}: ${crowd.clockLabel} ${says}`,
      body: `${fresh
        .slice(0, 3)
        .map(({ number }) => number)
        .join(', ')} and ${String(fresh.length - 3)} more`,
      link: crowd.listLink,
      at: now,
    },
  ];
}

import { openStates } from '#shared/processes/incident/rules.ts';
import type { Row } from '#renderer/data/data.ts';

export interface Family {
  readonly total: number;
  readonly open: number;
  /** Open children that are resolved with their parent. */
  readonly together: number;
  /** Open children on a path of their own: they stay open (INC-12). */
  readonly staying: number;
}

/** What happens to the children of an incident, from their list rows. */
export function readFamily(rows: readonly Row[]): Family {
  const open = rows.filter(({ cells }) => openStates.includes(String(cells['state'])));
  const staying = open.filter(({ cells }) => cells['path'] === 'security' || cells['majorIncident'] === true);
  return {
    total: rows.length,
    open: open.length,
    together: open.length - staying.length,
    staying: staying.length,
  };
}

/** What resolving the parent means for its open children, in words; '' where it has none. */
export function togetherHint({ together, staying }: Family): string {
  const parts = [
    together > 0 &&
      `Resolving this incident resolves ${together === 1 ? 'its open child' : `its ${together} open children`} with it.`,
    staying > 0 &&
      `${staying === 1 ? 'One open child stays' : `${staying} open children stay`} open: a major or security incident ends on its own.`,
  ];
  return parts.filter(Boolean).join(' ');
}

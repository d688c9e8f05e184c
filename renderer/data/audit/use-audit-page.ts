import { useLive, type Subscribe } from '../use-live.ts';
import type { AuditFilter, AuditPage } from './audit-entry.ts';

const entriesOfPage = 100;

const onChange: Subscribe = (data, again) => data.onChange(again);

/** A page of entries, live; undefined until it is read. @param before arrival number that the page ends in front of. */
export function useAuditPage(filter: AuditFilter, before: number): AuditPage | undefined {
  const { answer, isCurrent } = useLive(
    JSON.stringify([filter, before]),
    (data) => data.audit.page(filter, entriesOfPage, before),
    onChange,
  );
  return isCurrent ? answer : undefined;
}

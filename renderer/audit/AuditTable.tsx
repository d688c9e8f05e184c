import { useState } from 'react';
import { useAuditPage, useData, type AuditEntry, type AuditFilter } from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { MarkingMark } from '#renderer/record/MarkingMark.tsx';
import { headline } from '#renderer/record/page/headline.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { entryDetails } from './entry-details.ts';
import styles from './audit.module.css';

interface AuditTableProps {
  readonly filter: AuditFilter;
  readonly devices: ReadonlyMap<string, string>;
}

/** Entries page by page, newest arrivals first. */
export function AuditTable({ filter, devices }: AuditTableProps) {
  // Where each page that was turned to begins; the last is the one that is shown.
  const [starts, setStarts] = useState<readonly number[]>([Infinity]);
  const page = useAuditPage(filter, starts.at(-1) ?? Infinity);
  const people = useTitles(page?.entries.map(({ person }) => person) ?? []);
  const next = page?.next;
  if (page?.entries.length === 0) {
    return <EmptyState compact title={starts.length > 1 ? 'No earlier entries.' : 'No entry fits.'} />;
  }
  return (
    <>
      <div aria-busy={page === undefined}>
        <DataTable caption="Entries, newest arrivals first">
          <thead>
            <tr>
              <th scope="col">By the author’s clock</th>
              <th scope="col">Arrived here</th>
              <th scope="col">Person</th>
              <th scope="col">What was done</th>
              <th scope="col">Record</th>
              <th scope="col">Device</th>
            </tr>
          </thead>
          <tbody>
            {page?.entries.map((entry) => (
              <Row
                key={entry.n}
                entry={entry}
                person={entry.person === '' ? 'A hub' : (people.get(entry.person) ?? entry.person)}
                device={devices.get(entry.replica) ?? (entry.isOwn ? 'This device, before' : entry.replica)}
              />
            ))}
          </tbody>
        </DataTable>
      </div>
      <div className={styles.buttons}>
        <Button
          size="small"
          disabled={starts.length === 1}
          onClick={() => setStarts((all) => all.slice(0, -1))}
        >
          Newer
        </Button>
        <Button
          size="small"
          disabled={next === undefined}
          onClick={() => next !== undefined && setStarts((all) => [...all, next])}
        >
          Earlier
        </Button>
      </div>
    </>
  );
}

interface RowProps {
  readonly entry: AuditEntry;
  readonly person: string;
  readonly device: string;
}

function Row({
  entry: { claimedAt, receivedAt, isOwn, type: name, record, seen, seq },
  person,
  device,
}: RowProps) {
  const type = useData().catalogue.type(name);
  return (
    <tr>
      <td data-nowrap>
        <Time at={claimedAt} mode="absolute" />
      </td>
      <td data-nowrap>
        {receivedAt === undefined ? (
          <span className={styles.muted}>{isOwn ? 'written here' : 'not kept'}</span>
        ) : (
          <Time at={receivedAt} mode="absolute" />
        )}
      </td>
      <td data-nowrap>{person}</td>
      <td className={styles.what}>
        {seen && type ? headline(type, seen.item) : <span className={styles.muted}>Not for you to see</span>}
        {seen && <div className={styles.details}>{entryDetails(seen.item)}</div>}
      </td>
      <td className={styles.record}>
        {seen ? <AppLink href={`/record/${record}`}>{seen.number}</AppLink> : (type?.label ?? name)}
        {seen && (
          <div className={styles.details}>
            <MarkingMark marking={seen.marking} />
            {seen.title}
          </div>
        )}
      </td>
      <td data-nowrap>
        {device} <span className={styles.muted}>· {seq}</span>
      </td>
    </tr>
  );
}

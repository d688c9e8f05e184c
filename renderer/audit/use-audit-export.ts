import { useState } from 'react';
import { useData, type AuditEntry, type AuditFilter, type Data } from '#renderer/data/data.ts';
import { byteOrderMark, csvLines } from '#renderer/record/export/to-csv.ts';
import type { ExportCell } from '#renderer/record/export/export-columns.ts';
import { headline } from '#renderer/record/page/headline.ts';
import { useBridge } from '#renderer/session/bridge.tsx';
import { usePerson } from '#renderer/session/session.tsx';
import { toast } from '#renderer/session/toasts.ts';
import { useUnit } from '#renderer/session/unit.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { readBridgeError } from '#shared/contracts/bridge-errors.ts';
import { textOf } from '#shared/definition/record.ts';
import { problem, type Problem } from '#shared/kernel/errors.ts';
import { localDate } from '#shared/kernel/time.ts';
import { entryDetails } from './entry-details.ts';
import { filterWords } from './words.ts';

const kinds = {
  csv: { name: 'Comma-separated values', extensions: ['csv'] },
  json: { name: 'Signed audit file', extensions: ['json'] },
} as const;

interface AuditExport {
  readonly start: (
    format: keyof typeof kinds,
    filter: AuditFilter,
    devices: ReadonlyMap<string, string>,
  ) => Promise<void>;
  readonly isBusy: boolean;
  readonly problem: Problem | undefined;
}

/** Writes the entries that fit into a file that the person chooses. */
export function useAuditExport(): AuditExport {
  const data = useData();
  const bridge = useBridge();
  const zone = useZone();
  const unit = useUnit();
  const person = usePerson();
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Problem>();
  const start: AuditExport['start'] = async (format, filter, devices) => {
    setFault(undefined);
    setBusy(true);
    const file = `audit-${localDate(data.now(), zone)}.${format}`;
    try {
      const bytes =
        format === 'csv'
          ? await auditCsv(data, filter, devices, zone)
          : await data.audit.signedExport(filter, {
              unit: unit.name,
              madeBy: person ? textOf(person, 'name') : '',
              device: data.identity.shortCode,
              filter: filterWords(filter, (id) => id),
            });
      const saved = await bridge.files.saveAs(file, bytes, [kinds[format]]);
      if (saved !== null) toast({ text: `Saved as ${saved}`, tone: 'success' });
    } catch (error) {
      const reason =
        readBridgeError(error)?.message ?? (error instanceof Error ? error.message : String(error));
      setFault(problem('OUT-SHL-003', { path: file, reason }));
    } finally {
      setBusy(false);
    }
  };
  return { start, isBusy, problem: fault };
}

const headers = [
  'By the author’s clock',
  'Arrived here',
  'Person',
  'What was done',
  'Details',
  'Record type',
  'Number',
  'Title',
  'Device',
  'Replica',
  'Entry',
];

async function auditCsv(
  data: Data,
  filter: AuditFilter,
  devices: ReadonlyMap<string, string>,
  zone: string,
): Promise<Uint8Array> {
  const { default: papa } = await import('papaparse');
  const parts = [byteOrderMark, csvLines([headers], zone, papa.unparse)];
  for await (const batch of data.audit.all(filter)) {
    const entries = batch.map(({ shown }) => shown);
    const people = await data.labels([...new Set(entries.map((entry) => entry.person))]);
    const rows = entries.map((entry) => csvRow(data, entry, { people, devices }));
    parts.push(csvLines(rows, zone, papa.unparse));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

interface Names {
  readonly people: Readonly<Record<string, string>>;
  readonly devices: ReadonlyMap<string, string>;
}

function csvRow(data: Data, entry: AuditEntry, { people, devices }: Names): readonly ExportCell[] {
  const type = data.catalogue.type(entry.type);
  const { seen } = entry;
  return [
    { instant: entry.claimedAt },
    entry.receivedAt === undefined ? null : { instant: entry.receivedAt },
    people[entry.person] ?? entry.person,
    seen && type ? headline(type, seen.item) : null,
    seen ? entryDetails(seen.item) : null,
    type?.label ?? entry.type,
    seen?.number ?? null,
    seen?.title ?? null,
    devices.get(entry.replica) ?? entry.replica,
    entry.replica,
    entry.seq,
  ];
}

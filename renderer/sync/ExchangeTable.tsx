import { useState } from 'react';
import type { ExchangeRow, HubInfo } from '#renderer/data/data.ts';
import { formatBytes } from '#renderer/session/storage-state.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import { stateGlyphs } from '#renderer/ui/glyphs.tsx';
import { formatDuration } from '#renderer/ui/time/format-time.ts';
import styles from './sync.module.css';

interface ExchangeTableProps {
  /** Newest first. */
  readonly exchanges: readonly ExchangeRow[];
  readonly hubs: readonly HubInfo[];
  readonly now: number;
}

const step = 20;

/** Every exchange that was tried, whether it came through or not. */
export function ExchangeTable({ exchanges, hubs, now }: ExchangeTableProps) {
  const [most, setMost] = useState(step);
  const nameOf = new Map(hubs.map(({ id, name }) => [id, name]));
  const left = exchanges.length - most;
  return (
    <>
      <DataTable caption="Exchanges, newest first">
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">With</th>
            <th scope="col">By</th>
            <th scope="col" data-number>
              Sent
            </th>
            <th scope="col" data-number>
              Received
            </th>
            <th scope="col" data-number>
              Bytes out
            </th>
            <th scope="col" data-number>
              Bytes in
            </th>
            <th scope="col">Attachments</th>
            <th scope="col" data-number>
              Took
            </th>
            <th scope="col">Result</th>
          </tr>
        </thead>
        <tbody>
          {exchanges.slice(0, most).map((row) => (
            <tr key={`${row.hub} ${String(row.at)}`}>
              <td data-nowrap>
                <Time at={row.at} now={now} />
              </td>
              <td data-nowrap>{nameOf.get(row.hub) ?? row.hub}</td>
              <td>{row.carrier === 'hub' ? 'network' : 'bundle'}</td>
              <td data-number>{row.sent.toLocaleString('en-GB')}</td>
              <td data-number>{row.received.toLocaleString('en-GB')}</td>
              <td data-number>{formatBytes(row.bytesOut)}</td>
              <td data-number>{formatBytes(row.bytesIn)}</td>
              <td>
                <Attachments row={row} />
              </td>
              <td data-number>
                {row.milliseconds < 1000
                  ? `${Math.round(row.milliseconds)} ms`
                  : formatDuration(row.milliseconds)}
              </td>
              <td>
                <Result row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {left > 0 && (
        <div className={styles.more}>
          <Button size="small" onClick={() => setMost((count) => count + 5 * step)}>
            {left.toLocaleString('en-GB')} earlier
          </Button>
        </div>
      )}
    </>
  );
}

/** Those of an exchange go after its entries, so they come into the line a while later. */
function Attachments({ row: { filesSent, filesReceived } }: { readonly row: ExchangeRow }) {
  const said = [
    { way: 'Sent', tally: filesSent },
    { way: 'Received', tally: filesReceived },
  ];
  return said.map(
    ({ way, tally }) =>
      tally &&
      tally.count + tally.bytes > 0 && (
        <div key={way} className={styles.attachments}>
          {way} {tally.count.toLocaleString('en-GB')}, {formatBytes(tally.bytes)}
        </div>
      ),
  );
}

function Result({ row: { fault } }: { readonly row: ExchangeRow }) {
  if (!fault) return <Chip icon={stateGlyphs.done}>Complete</Chip>;
  return (
    <Tooltip title={`${fault.code} ${fault.next ?? ''}`} describes>
      <span className={styles.fault} tabIndex={0}>
        {fault.message}
      </span>
    </Tooltip>
  );
}

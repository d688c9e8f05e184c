import { useData } from '#renderer/data/data.ts';
import { formatValue } from '#renderer/record/fields/format-value.ts';
import { paths } from '#renderer/record/navigation.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { StateChip } from '#renderer/ui/StateChip.tsx';
import { formatClock, formatDate, zoneSign } from '#renderer/ui/time/format-time.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import { assessmentPaths } from '../places.ts';
import { byDay } from './days.ts';
import styles from './plan.module.css';

interface SessionTableProps {
  readonly assessment: RecordView;
  readonly sessions: readonly RecordView[];
  /** Without links to what is done on the screen only. */
  readonly isPaper?: boolean;
}

/** Sessions under their days, with the zone of their times. */
export function SessionTable({ assessment, sessions, isPaper = false }: SessionTableProps) {
  const zone = useZone();
  const labels = useTitles(
    sessions.flatMap((one) => [one.id, textOf(one, 'lead'), ...listOf(one, 'participants')]).filter(Boolean),
  );
  const name = (id: string) => labels.get(id) ?? '…';
  return (
    <DataTable caption="Schedule">
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Session</th>
          <th scope="col">Processes</th>
          <th scope="col">Led by</th>
          <th scope="col">Takes part</th>
          <th scope="col">Where</th>
          <th scope="col">Stands</th>
        </tr>
      </thead>
      {byDay(sessions, zone).map(([day, own]) => (
        <tbody key={day}>
          <tr>
            <th scope="rowgroup" colSpan={7} className={styles.day}>
              {dayWords(own[0], zone)}
            </th>
          </tr>
          {own.map((session) => (
            <tr key={session.id}>
              <td data-nowrap>{timeWords(session, zone)}</td>
              <td>
                <AppLink href={paths.record(session.id)}>{name(session.id)}</AppLink>
                <div className={styles.muted}>
                  <KindName session={session} />
                  {!isPaper && isTalk(session) && (
                    <>
                      {' · '}
                      <AppLink href={assessmentPaths.interview(assessment.id, session.id)}>
                        Interview sheet
                      </AppLink>
                    </>
                  )}
                </div>
              </td>
              <td>{listOf(session, 'processes').join(', ')}</td>
              <td>{textOf(session, 'lead') && name(textOf(session, 'lead'))}</td>
              <td>{listOf(session, 'participants').map(name).join('; ')}</td>
              <td>{textOf(session, 'place')}</td>
              <td>
                <Stands session={session} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </DataTable>
  );
}

function isTalk(session: RecordView): boolean {
  return ['interview', 'workshop'].includes(textOf(session, 'kind')) && session.state !== 'calledOff';
}

function KindName({ session }: { readonly session: RecordView }) {
  const field = useData().catalogue.type(session.type)?.fields['kind'];
  return (
    <>{field ? formatValue(field, session.fields['kind'] ?? null, { zone: 'UTC', label: String }) : ''}</>
  );
}

function Stands({ session }: { readonly session: RecordView }) {
  const state = useData().catalogue.type(session.type)?.lifecycle.states[session.state];
  return state ? <StateChip stateClass={state.class} label={state.label} /> : null;
}

function dayWords(first: RecordView | undefined, zone: string): string {
  const from = first?.fields['from'];
  if (typeof from !== 'number') return 'No time yet';
  const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: zone }).format(from);
  return `${weekday}, ${formatDate(from, zone)}, times in ${zoneSign(from, zone)}`;
}

function timeWords({ fields: { from, until } }: RecordView, zone: string): string {
  if (typeof from !== 'number') return '';
  return typeof until === 'number'
    ? `${formatClock(from, zone)} – ${formatClock(until, zone)}`
    : formatClock(from, zone);
}

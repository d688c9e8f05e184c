import { useAsOf, useData, useMeasures } from '#renderer/data/data.ts';
import { measureName, metricText } from '#renderer/record/figures/metric-text.ts';
import { paths } from '#renderer/record/navigation.ts';
import type { SlotProps } from '#renderer/record/slots.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { metricValue } from '#shared/engine/figure.ts';
import { metricsOf } from '#shared/processes/improvement/figures.ts';
import { Panel } from '../../support/Panel.tsx';
import panel from '../../support/panel.module.css';
import { keptMetric, keptParts, keptQueries } from './kept-figure.ts';

/** A figure as it was kept, and as the same lists give it now. */
export function KeptFigurePanel({ record }: SlotProps) {
  const { catalogue } = useData();
  const parts = keptParts(record);
  const measured = useMeasures(parts.map(({ query, of }) => ({ query, of })));
  const [process, name] = keptMetric(record);
  const metric = metricsOf(process, catalogue).find((one) => one.name === name);
  const kept = parts.map(({ value }) => value);
  const unitOf = (of: (typeof parts)[number]['of']) => (of && metric ? metric.unit : 'count');
  return (
    <Panel title="The figure as kept and now">
      <PeriodLine record={record} />
      <DataTable caption="The figure as kept and now">
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col" data-number>
              As kept
            </th>
            <th scope="col" data-number>
              Now
            </th>
          </tr>
        </thead>
        <tbody>
          {metric && (
            <tr>
              <th scope="row">{metric.label}</th>
              <td data-number>{metricText(metric.unit, metricValue(metric, kept))}</td>
              <td data-number>
                {measured ? metricText(metric.unit, metricValue(metric, measured.values)) : '…'}
              </td>
            </tr>
          )}
          {parts.map((part, place) => (
            <tr key={part.name}>
              <td>{measureName(part.name)}</td>
              <td data-number>{metricText(unitOf(part.of), part.value)}</td>
              <td data-number>
                <AppLink
                  href={paths.list(part.query)}
                  aria-label={`Records of “${measureName(part.name)}” now`}
                >
                  {measured ? metricText(unitOf(part.of), measured.values[place] ?? 0) : '…'}
                </AppLink>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {!metric && (
        <p className={panel.muted}>
          This version of Outpost does not have the figure any more, so only its parts can be measured again.
        </p>
      )}
      <ChangedLine record={record} />
    </Panel>
  );
}

function PeriodLine({ record }: { readonly record: RecordView }) {
  const { asOf, figureFrom, figureBelow } = record.fields;
  return (
    <p className={panel.muted}>
      {typeof figureFrom === 'number' && typeof figureBelow === 'number' && (
        <>
          Records of <Time at={figureFrom} mode="date" /> to <Time at={figureBelow - 1} mode="date" />,{' '}
        </>
      )}
      data as of <Time at={typeof asOf === 'number' ? asOf : null} mode="absolute" />,{' '}
      {textOf(record, 'zone')}.
    </p>
  );
}

/** How many of the records behind it were written since. */
function ChangedLine({ record }: { readonly record: RecordView }) {
  const { asOf } = record.fields;
  const stood = useAsOf(keptQueries(record), typeof asOf === 'number' ? asOf : 0);
  const count = stood?.changed.length;
  if (count === undefined) return <p className={panel.muted}>Reading what was changed since …</p>;
  return (
    <p>
      {count === 0
        ? 'None of its records was changed since.'
        : count === 1
          ? '1 of its records was changed since.'
          : `${count.toLocaleString('en-GB')} of its records were changed since.`}{' '}
      <span className={panel.muted}>The tab “As it stood” lists its records.</span>
    </p>
  );
}

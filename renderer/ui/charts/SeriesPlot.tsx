import { Bar, BarChart, CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts';
import { useNavigateOnPick } from './use-pick.ts';
import { seriesColour, type SeriesChartProps } from './series.ts';

const tick = { fill: 'var(--op-muted)', fontSize: 11 } as const;
const tooltip = {
  contentStyle: {
    background: 'var(--op-raised)',
    border: '1px solid var(--op-border)',
    borderRadius: 4,
    padding: '4px 8px',
    fontSize: 12,
  },
  labelStyle: { color: 'var(--op-muted)' },
  itemStyle: { padding: 0 },
} as const;

/** The drawing itself, in a chunk of its own together with Recharts. The frame around it says what it shows. */
export function SeriesPlot({ kind, series, points, onPick, height = 180 }: SeriesChartProps) {
  const pick = useNavigateOnPick(points, onPick);
  const data = points.map(({ key, label, values }) => ({ key, label, ...values }));
  const frame = {
    data,
    responsive: true,
    style: { width: '100%', height },
    margin: { top: 8, right: 8, bottom: 0, left: 0 },
    accessibilityLayer: false,
    cursor: onPick ? 'pointer' : 'default',
  } as const;
  const axes = (
    <>
      <CartesianGrid vertical={false} stroke="var(--op-border)" />
      <XAxis
        dataKey="label"
        tick={tick}
        tickLine={false}
        axisLine={{ stroke: 'var(--op-border-strong)' }}
        minTickGap={24}
      />
      <YAxis
        width={36}
        tick={tick}
        tickLine={false}
        axisLine={false}
        allowDecimals={false}
        domain={[0, 'auto']}
      />
      <Tooltip
        {...tooltip}
        cursor={{ fill: 'var(--op-hover)', stroke: 'var(--op-border-strong)' }}
        isAnimationActive={false}
      />
    </>
  );
  if (kind === 'bars') {
    return (
      <BarChart {...frame} barGap={1} barCategoryGap="22%">
        {axes}
        {series.map(({ name, label }, index) => (
          <Bar
            key={name}
            dataKey={name}
            name={label}
            fill={seriesColour(index)}
            isAnimationActive={false}
            onClick={(_bar, at) => pick(at, name)}
          />
        ))}
      </BarChart>
    );
  }
  return (
    <LineChart {...frame}>
      {axes}
      {series.map(({ name, label }, index) => (
        <Line
          key={name}
          type="linear"
          dataKey={name}
          name={label}
          stroke={seriesColour(index)}
          strokeWidth={2}
          strokeDasharray={index === 0 ? '' : '5 3'}
          dot={{ r: 2, strokeWidth: 0, fill: seriesColour(index) }}
          activeDot={{ r: 4, onClick: (_event, dot) => pick((dot as { index?: number }).index, name) }}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  );
}

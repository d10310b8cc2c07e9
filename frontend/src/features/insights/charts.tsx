import {
  Bar,
  BarChart,
  CartesianGrid,
  LabelList,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';

/** Of what is the same in every chart: no animation, no tab stops (the table is for those), colours of the page. */
const CHART = { accessibilityLayer: false, margin: { top: 12, right: 12, bottom: 0, left: 0 } };
const AXIS = { stroke: 'var(--co-line-strong)', tick: { fill: 'var(--co-dimmed)', fontSize: 13 }, tickLine: false };
const TIP = {
  contentStyle: { background: 'var(--co-surface)', border: '1px solid var(--co-line-strong)', borderRadius: 10 },
  labelStyle: { color: 'var(--co-text)', fontWeight: 620 },
  itemStyle: { color: 'var(--co-text)' },
  isAnimationActive: false,
};
const GRID = <CartesianGrid vertical={false} stroke="var(--co-line)" />;
const HEIGHT = 260;

interface Series {
  name: string;
  key: string;
  color: string;
  dashed?: boolean;
}

interface TimeProps {
  data: Record<string, unknown>[];
  series: Series[];
  labelOf: (day: string) => string;
  valueOf: (value: number) => string;
}

/** A few bars per part of the period. */
export const Bars = ({ data, series, labelOf, valueOf }: TimeProps) => (
  <ResponsiveContainer width="100%" height={HEIGHT}>
    <BarChart data={data} {...CHART}>
      {GRID}
      <XAxis dataKey="day" tickFormatter={labelOf} minTickGap={24} {...AXIS} />
      <YAxis allowDecimals={false} width={48} axisLine={false} tickFormatter={valueOf} {...AXIS} />
      <Tooltip
        labelFormatter={(day) => labelOf(String(day))}
        formatter={(value) => valueOf(Number(value))}
        cursor={{ fill: 'var(--co-new-bg)' }}
        {...TIP}
      />
      {series.map(({ key, name, color }) => (
        <Bar
          key={key}
          dataKey={key}
          name={name}
          fill={color}
          radius={[4, 4, 0, 0]}
          maxBarSize={40}
          isAnimationActive={false}
        />
      ))}
    </BarChart>
  </ResponsiveContainer>
);

/** A few lines over the period; where nothing was measured there is none. */
export const Lines = ({ data, series, labelOf, valueOf }: TimeProps) => (
  <ResponsiveContainer width="100%" height={HEIGHT}>
    <LineChart data={data} {...CHART}>
      {GRID}
      <XAxis dataKey="day" tickFormatter={labelOf} minTickGap={24} {...AXIS} />
      <YAxis width={72} allowDecimals={false} axisLine={false} tickFormatter={valueOf} {...AXIS} />
      <Tooltip labelFormatter={(day) => labelOf(String(day))} formatter={(value) => valueOf(Number(value))} {...TIP} />
      {series.map(({ key, name, color, dashed }) => (
        <Line
          key={key}
          dataKey={key}
          name={name}
          stroke={color}
          strokeWidth={2.5}
          strokeDasharray={dashed ? '6 5' : undefined}
          dot={{ r: 3, fill: color, strokeWidth: 0 }}
          connectNulls
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  </ResponsiveContainer>
);

interface StepsProps {
  data: { name: string; value: number; share: string }[];
}

/** From all to few, one below the other. */
export const Steps = ({ data }: StepsProps) => (
  <ResponsiveContainer width="100%" height={44 * data.length + 8}>
    <BarChart data={data} layout="vertical" {...CHART} margin={{ top: 0, right: 96, bottom: 0, left: 0 }}>
      <XAxis type="number" hide />
      <YAxis type="category" dataKey="name" width={110} axisLine={false} {...AXIS} />
      <Bar dataKey="value" minPointSize={2} fill="var(--co-primary)" radius={4} barSize={26} isAnimationActive={false}>
        <LabelList dataKey="share" position="right" fill="var(--co-text)" fontSize={14} />
      </Bar>
    </BarChart>
  </ResponsiveContainer>
);

import MuiTab from '@mui/material/Tab';
import MuiTabs from '@mui/material/Tabs';
import type { ReactNode } from 'react';
import styles from './Tabs.module.css';

export interface TabItem<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly count?: number | undefined;
}

interface TabsProps<V extends string> {
  /** Name of the group, for screen readers. */
  readonly label: string;
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly items: readonly TabItem<V>[];
}

export function Tabs<V extends string>({ label, value, onChange, items }: TabsProps<V>) {
  return (
    <MuiTabs
      className={styles.tabs}
      aria-label={label}
      value={value}
      onChange={(_event, next: V) => onChange(next)}
      variant="scrollable"
      scrollButtons="auto"
    >
      {items.map((item) => (
        <MuiTab
          key={item.value}
          value={item.value}
          id={`tab-${item.value}`}
          aria-controls={item.value === value ? `panel-${item.value}` : undefined}
          label={
            <span className={styles.label}>
              {item.label}
              {item.count !== undefined && (
                <span className={styles.count}>{item.count.toLocaleString('en-GB')}</span>
              )}
            </span>
          }
        />
      ))}
    </MuiTabs>
  );
}

interface TabPanelProps {
  readonly value: string;
  readonly current: string;
  readonly children: ReactNode;
}

export function TabPanel({ value, current, children }: TabPanelProps) {
  if (value !== current) return null;
  return (
    <div role="tabpanel" id={`panel-${value}`} aria-labelledby={`tab-${value}`}>
      {children}
    </div>
  );
}

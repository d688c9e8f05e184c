import type { CSSProperties, ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Chip.module.css';

export type ChipTone =
  | 'neutral'
  | 'outline'
  | 'accent'
  | `state-${'open' | 'waiting' | 'done' | 'refused'}`
  | `priority-${'1' | '2' | '3' | '4' | '5'}`
  | `clock-${'fine' | 'warning' | 'breached' | 'paused'}`;

interface ChipProps {
  readonly tone?: ChipTone;
  readonly icon?: ReactNode;
  readonly square?: boolean;
  readonly children: ReactNode;
  readonly onClick?: (() => void) | undefined;
  /** Shows a cross; `removeLabel` names it ("Remove filter State"). */
  readonly onRemove?: (() => void) | undefined;
  readonly removeLabel?: string;
}

function toneStyle(tone: ChipTone): CSSProperties | undefined {
  if (tone === 'neutral' || tone === 'outline') return undefined;
  const [fg, bg] =
    tone === 'accent'
      ? ['var(--op-accent)', 'var(--op-accent-soft)']
      : [`var(--op-${tone}-fg)`, `var(--op-${tone}-bg)`];
  return { '--chip-fg': fg, '--chip-bg': bg } as CSSProperties;
}

export function Chip({
  tone = 'neutral',
  icon,
  square,
  children,
  onClick,
  onRemove,
  removeLabel,
}: ChipProps) {
  const look = {
    className: classes(styles.chip, square && styles.square, tone === 'outline' && styles.outline),
    style: toneStyle(tone),
  };
  const text = <span className={styles.text}>{children}</span>;
  if (onClick && !onRemove) {
    return (
      <button type="button" {...look} onClick={onClick}>
        {icon}
        {text}
      </button>
    );
  }
  return (
    <span {...look}>
      {icon}
      {text}
      {onRemove && (
        <button
          type="button"
          className={styles.remove}
          onClick={onRemove}
          aria-label={removeLabel ?? 'Remove'}
        >
          ×
        </button>
      )}
    </span>
  );
}

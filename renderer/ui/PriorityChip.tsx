import { priorityChoices } from '#shared/engine/priority.ts';
import { Chip } from './Chip.tsx';
import { priorityGlyphs } from './glyphs.tsx';

interface PriorityChipProps {
  /** '1' (highest) to '5'; nothing is shown for anything else. */
  readonly value: string | number | boolean | null | undefined;
  readonly label?: string;
  /** The number alone. */
  readonly compact?: boolean;
}

export function PriorityChip({ value, label, compact = false }: PriorityChipProps) {
  const choice = priorityChoices.find((one) => one.value === value);
  if (!choice) return null;
  const words = label ?? choice.label;
  return (
    <Chip tone={`priority-${choice.value}`} icon={priorityGlyphs[choice.value]} square>
      {compact ? <span title={`Priority ${words}`}>P{choice.value}</span> : words}
    </Chip>
  );
}

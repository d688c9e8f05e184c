import type { StateClass } from '#shared/definition/lifecycle.ts';
import { Chip } from './Chip.tsx';
import { stateGlyphs } from './glyphs.tsx';

export function StateChip({
  stateClass,
  label,
}: {
  readonly stateClass: StateClass;
  readonly label: string;
}) {
  return (
    <Chip tone={`state-${stateClass}`} icon={stateGlyphs[stateClass]}>
      {label}
    </Chip>
  );
}

import { Chip } from './Chip.tsx';
import { clockFace } from './clock-face.ts';
import { clockGlyphs } from './glyphs.tsx';
import { Tooltip } from './Tooltip.tsx';
import { formatAbsolute, formatZulu } from './time/format-time.ts';
import { useZone } from './time/zone.tsx';

interface ClockChipProps {
  readonly state: string | null | undefined;
  readonly due?: number | null | undefined;
  readonly warnAt?: number | null | undefined;
  readonly now: number;
  /** Name of the clock: "Resolution". */
  readonly label?: string | undefined;
}

export function ClockChip({ state, due, warnAt, now, label }: ClockChipProps) {
  const zone = useZone();
  const face = clockFace({ state, due, warnAt, now });
  if (!face) return null;
  const chip = (
    <span>
      <Chip tone={`clock-${face.tone}`} icon={clockGlyphs[face.glyph]}>
        {label ? `${label}: ${face.text}` : face.text}
      </Chip>
    </span>
  );
  if (due === null || due === undefined) return chip;
  return (
    <Tooltip title={`Due ${formatAbsolute(due, zone)} · ${formatZulu(due)}`} describes>
      {chip}
    </Tooltip>
  );
}

import { Tooltip } from './Tooltip.tsx';
import { formatAbsolute, formatDate, formatRelative, formatZulu } from './time/format-time.ts';
import { useZone } from './time/zone.tsx';

interface TimeProps {
  /** Epoch ms. */
  readonly at: number | null | undefined;
  readonly mode?: 'relative' | 'absolute' | 'date';
  /** For `relative`; pass the page's ticking clock so that all its times tick together. */
  readonly now?: number | undefined;
}

/** An instant as people read it; the full time in the unit's zone and in Zulu stands on hover and focus. */
export function Time({ at, mode = 'relative', now }: TimeProps) {
  const zone = useZone();
  if (at === null || at === undefined) return null;
  const absolute = formatAbsolute(at, zone);
  const text =
    mode === 'absolute' || (mode === 'relative' && now === undefined)
      ? absolute
      : mode === 'date'
        ? formatDate(at, zone)
        : formatRelative(at, now ?? at);
  return (
    <Tooltip title={`${absolute} · ${formatZulu(at)} · ${zone}`} describes>
      <time dateTime={new Date(at).toISOString()} style={{ whiteSpace: 'nowrap' }}>
        {text}
      </time>
    </Tooltip>
  );
}

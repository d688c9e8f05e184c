import WaitingIcon from '@mui/icons-material/CloudQueueOutlined';
import { useTimeline } from '#renderer/data/data.ts';
import { useUnsent } from '#renderer/session/use-unsent.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';

/** Says that something of the record is on this device only. */
export function UnsentMark({ record }: { readonly record: string }) {
  const isUnsent = useUnsent();
  // The history is read only while something waits at all.
  const { items } = useTimeline(isUnsent ? record : '');
  const count = isUnsent ? items.filter(({ ref }) => isUnsent(ref)).length : 0;
  if (count === 0) return null;
  return (
    <Tooltip
      title={`${count === 1 ? '1 entry' : `${count} entries`} saved on this device and not yet at a hub`}
      describes
    >
      <span tabIndex={0}>
        <Chip tone="outline" icon={<WaitingIcon fontSize="inherit" />}>
          Not yet synced
        </Chip>
      </span>
    </Tooltip>
  );
}

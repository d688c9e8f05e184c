import { useState } from 'react';
import { useData, type HubStatus } from '#renderer/data/data.ts';
import { toast } from '#renderer/session/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import type { Problem } from '#shared/kernel/errors.ts';
import { syncProblem } from './sync-problem.ts';
import { countEntries } from './words.ts';
import styles from './sync.module.css';

interface LeaveDialogProps {
  readonly status: HubStatus;
  readonly onClose: () => void;
}

/** Says what leaving a hub means before it is done. */
export function LeaveDialog({ status, onClose }: LeaveDialogProps) {
  const { hub, waiting } = status;
  const { sync } = useData();
  const [isLeaving, setLeaving] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const leave = async () => {
    setLeaving(true);
    try {
      await sync.leave(hub.id);
      toast({ text: `Left ${hub.name}. All records stay on this device.`, tone: 'success' });
      onClose();
    } catch (error) {
      setProblem(syncProblem(error));
      setLeaving(false);
    }
  };
  return (
    <Dialog
      open
      width="small"
      title={`Leave ${hub.name}?`}
      onClose={onClose}
      busy={isLeaving}
      actions={
        <>
          <Button onClick={onClose} disabled={isLeaving}>
            Stay
          </Button>
          <Button variant="danger" busy={isLeaving} onClick={() => void leave()}>
            Leave hub
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        <p>
          This device stops exchanging with the hub. Every record stays on it, and everything the hub has
          stays there. To connect again you need a new code from the hub’s administrator.
        </p>
        {waiting.entries > 0 && (
          <Notice tone="warning">
            {countEntries(waiting.entries)} of this device {waiting.entries === 1 ? 'is' : 'are'} not at this
            hub yet. {waiting.entries === 1 ? 'It stays' : 'They stay'} here and nobody else sees them through
            it.
          </Notice>
        )}
        {problem && <ProblemAlert problems={[problem]} />}
      </div>
    </Dialog>
  );
}

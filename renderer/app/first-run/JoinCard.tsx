import { useEffect } from 'react';
import { useAccess, useConfig, useSyncStatus, type HubStatus } from '#renderer/data/data.ts';
import { EnrolForm } from '#renderer/sync/EnrolForm.tsx';
import { useExchange } from '#renderer/sync/use-exchange.ts';
import { useShareDone } from '#renderer/sync/use-share-done.ts';
import { countEntries, estimateWords } from '#renderer/sync/words.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { joinStage } from './join-progress.ts';
import { setJoining, useJoining } from './joining.ts';
import styles from './FirstRun.module.css';

/** Joins a unit that has a hub: its records come from there. */
export function JoinCard() {
  const { hubs } = useSyncStatus();
  const { access } = useAccess();
  const [status] = hubs;
  if (status) return <JoinProgress status={status} />;
  return (
    <>
      <p>
        Your unit works with Outpost already? Its administrator gives you the address of the hub and a
        one-time code; the unit’s records then come to this laptop.
      </p>
      <EnrolForm
        draftKey="first-run:join"
        submitLabel="Join unit"
        onBegin={async ({ code }) => {
          await access.join(code);
          setJoining(true);
        }}
        onDone={() => undefined}
        onFail={() => setJoining(false)}
      />
    </>
  );
}

function JoinProgress({ status }: { readonly status: HubStatus }) {
  const { hub, fault } = status;
  const hasUnit = useConfig().all('unit').length > 0;
  const exchange = useExchange(hub.id);
  const share = useShareDone(status);
  const stage = joinStage(status, hasUnit);
  const isBusy = status.phase === 'exchanging' || exchange.isRunning;
  const problem = isBusy ? undefined : (fault ?? exchange.problem);
  const { kind } = stage;
  useEffect(() => {
    // "Empty" may only mean that the unit's record is not read yet: it ends nothing.
    if (kind !== 'complete' || !useJoining.getState().isJoining) return;
    setJoining(false);
  }, [kind]);
  return (
    <>
      <p>
        This laptop is connected to {hub.name} for {hub.workspace.name} (
        {hub.workspace.marking || 'no marking'}).
      </p>
      {problem && <ProblemAlert problems={[problem]} />}
      {stage.kind === 'asking' && !problem && <ProgressBar label="Asking the hub what there is" />}
      {stage.kind === 'fetching' && !isBusy && <p>{countEntries(stage.lacking)} are still at the hub.</p>}
      {stage.kind === 'fetching' && isBusy && (
        <ProgressBar
          label="Fetching the unit’s records"
          value={share}
          detail={`${countEntries(stage.lacking)} to go, ${estimateWords(status)}`}
        />
      )}
      {stage.kind === 'empty' && (
        <Notice tone="info">
          The hub holds no unit yet. Set the unit up on this laptop: it goes to the hub from here, and others
          join it.
        </Notice>
      )}
      <div className={styles.buttons}>
        {hasUnit && stage.kind !== 'complete' && (
          <Button onClick={() => setJoining(false)}>Begin with what is here</Button>
        )}
        {stage.kind !== 'empty' && (
          <Button busy={isBusy} onClick={exchange.run}>
            Exchange now
          </Button>
        )}
      </div>
    </>
  );
}

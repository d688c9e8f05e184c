import LiveIcon from '@mui/icons-material/BoltOutlined';
import { useId, useState, type ReactNode } from 'react';
import { useData, type FilesStatus, type HubStatus } from '#renderer/data/data.ts';
import { formatBytes } from '#renderer/session/storage-state.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip, type ChipTone } from '#renderer/ui/Chip.tsx';
import { clockGlyphs, stateGlyphs } from '#renderer/ui/glyphs.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { useExchange } from './use-exchange.ts';
import { useShareDone } from './use-share-done.ts';
import { countEntries, estimateWords, phaseWords, profileOptions } from './words.ts';
import styles from './sync.module.css';

interface HubPanelProps {
  readonly status: HubStatus;
  readonly now: number;
}

/** A shape beside each colour. */
const glyphs: Partial<Record<ChipTone, ReactNode>> = {
  'state-done': stateGlyphs.done,
  'state-open': stateGlyphs.open,
  'clock-warning': clockGlyphs.warning,
  'clock-breached': clockGlyphs.breached,
};

/** One hub: how it stands, what is left to do, what it is, and what can be done with it. */
export function HubPanel({ status, now }: HubPanelProps) {
  const { hub, phase, isLive, waiting, lacking, fault } = status;
  const { sync } = useData();
  const id = useId();
  const [isLeaving, setLeaving] = useState(false);
  const exchange = useExchange(hub.id);
  const share = useShareDone(status);
  const words = phaseWords(status, now);
  const isBusy = phase === 'exchanging' || exchange.isRunning;
  const problem = isBusy ? undefined : (fault ?? exchange.problem);
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.name}>
          {hub.name}
        </h2>
        <Chip tone={words.tone} icon={glyphs[words.tone]}>
          {words.label}
        </Chip>
        {isLive && (
          <Chip tone="outline" icon={<LiveIcon fontSize="inherit" />}>
            Live
          </Chip>
        )}
        <div className={styles.actions}>
          <Button variant="primary" busy={isBusy} onClick={exchange.run}>
            Exchange now
          </Button>
          <Button variant="quiet" onClick={() => setLeaving(true)}>
            Leave hub
          </Button>
        </div>
      </div>
      {isBusy ? (
        <ProgressBar
          label="Exchanging"
          value={share}
          detail={`${countEntries(waiting.entries)} to send, ${countEntries(lacking)} to fetch`}
        />
      ) : (
        <p className={styles.muted}>{words.text}</p>
      )}
      {problem && <ProblemAlert problems={[problem]} />}
      <Figures status={status} now={now} />
      <div className={styles.columns}>
        <dl className={styles.facts}>
          <dt>Address</dt>
          <dd>{hub.address}</dd>
          <dt>Workspace</dt>
          <dd>
            {hub.workspace.name} · {hub.workspace.marking || 'no marking'}
          </dd>
          <dt>Fingerprint</dt>
          <dd>
            <code>{hub.fingerprint}</code>
            <div className={styles.hint}>Compare it with the one the hub’s administrator reads out.</div>
          </dd>
          <dt>Connected since</dt>
          <dd>
            <Time at={hub.enrolledAt} mode="absolute" />
          </dd>
        </dl>
        <div className={styles.profile}>
          <Select
            label="Link"
            options={profileOptions}
            value={hub.profile}
            help={profileOptions.find(({ value }) => value === hub.profile)?.help}
            onChange={(profile) => void sync.setProfile(hub.id, profile).catch(exchange.fail)}
          />
        </div>
      </div>
      {isLeaving && <LeaveDialog status={status} onClose={() => setLeaving(false)} />}
    </section>
  );
}

function Figures({ status, now }: HubPanelProps) {
  const { waiting, lacking, lastContact, files } = status;
  return (
    <dl className={styles.figures} aria-label={`${status.hub.name} in figures`}>
      <div className={styles.figure}>
        <dt>Last contact</dt>
        <dd>{lastContact === undefined ? 'never' : <Time at={lastContact} now={now} />}</dd>
      </div>
      <div className={styles.figure}>
        <dt>Entries to send</dt>
        <dd>
          {waiting.entries.toLocaleString('en-GB')}
          {waiting.entries > 0 && <small> {formatBytes(waiting.bytes)}</small>}
        </dd>
      </div>
      <div className={styles.figure}>
        <dt>Oldest of them</dt>
        <dd>{waiting.oldest === undefined ? '–' : <Time at={waiting.oldest} now={now} />}</dd>
      </div>
      <div className={styles.figure}>
        <dt>Entries to fetch</dt>
        <dd>{lacking.toLocaleString('en-GB')}</dd>
      </div>
      <div className={styles.figure}>
        <dt>Time needed</dt>
        <dd>{estimateWords(status)}</dd>
      </div>
      <Files files={files} />
    </dl>
  );
}

/** Contents of attachments that are still to go; nothing where there are none. */
function Files({ files: { toSend, toFetch, held, fault } }: { readonly files: FilesStatus }) {
  const count = toSend.count + toFetch.count;
  if (count === 0) return null;
  return (
    <div className={styles.figure}>
      <dt>Attachments</dt>
      <dd>
        {toSend.count.toLocaleString('en-GB')} to send, {toFetch.count.toLocaleString('en-GB')} to fetch
        <small> {formatBytes(toSend.bytes + toFetch.bytes)}</small>
        {held.count > 0 && (
          <div className={styles.hint}>
            {held.count.toLocaleString('en-GB')} too large for this link: sent or fetched from the record when
            asked for
          </div>
        )}
        {fault && <div className={styles.hint}>{fault.message}</div>}
      </dd>
    </div>
  );
}

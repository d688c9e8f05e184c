import { useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { defaultHubPort, type HostedHubState, type HostedHubStatus } from '#shared/contracts/bridge.ts';
import { useHostHub } from './use-host-hub.ts';
import styles from './sync.module.css';

type Host = ReturnType<typeof useHostHub>;

const stateLabels: Readonly<Record<HostedHubState, string>> = {
  off: 'Off',
  starting: 'Starting',
  running: 'Running',
  waiting: 'Starts again soon',
  stopping: 'Stopping',
};

/** One laptop of a network without a server hosts the hub for all of them. */
export function HostHub() {
  const host = useHostHub();
  const { capability, status, problem } = host;
  if (!capability || !status) return null;
  const isOff = status.state === 'off';
  return (
    <div className={styles.panel}>
      <Section
        title="Host a hub on this laptop"
        actions={capability.available && <Chip tone="outline">{stateLabels[status.state]}</Chip>}
      >
        {capability.available ? (
          <div className={styles.form}>
            {problem && <ProblemAlert problems={[problem]} />}
            {!problem && status.problem && <ProblemAlert problems={[status.problem]} />}
            {isOff ? <StartForm host={host} status={status} /> : <RunningHub host={host} status={status} />}
          </div>
        ) : (
          <p className={styles.muted}>{capability.reason}</p>
        )}
      </Section>
    </div>
  );
}

interface PartProps {
  readonly host: Host;
  readonly status: HostedHubStatus;
}

function StartForm({ host, status }: PartProps) {
  const { identity } = useData();
  const [port, setPort] = useState(String(status.port || defaultHubPort));
  const [name, setName] = useState(status.name || `Hub on laptop ${identity.shortCode}`);
  const [isTried, setTried] = useState(false);
  const number = Number(port);
  const isPort = Number.isInteger(number) && number >= 1 && number <= 65_535;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isPort && name.trim() !== '') host.start(number, name.trim());
      }}
    >
      <p className={styles.muted}>
        On a network without a server, one laptop can be the hub for all of them. It runs while Outpost is
        open here, and holds a copy of the unit’s work in a folder of its own.
      </p>
      <div className={styles.fields}>
        <TextInput
          label="Name of the hub"
          value={name}
          required
          maxLength={100}
          disabled={host.isBusy}
          onChange={setName}
          error={isTried && name.trim() === '' ? 'Name of the hub is empty. Devices show it.' : undefined}
        />
        <TextInput
          label="Port"
          value={port}
          required
          disabled={host.isBusy}
          onChange={setPort}
          help="The firewall of this laptop has to let it in."
          error={isTried && !isPort ? 'A port is a number from 1 to 65535, such as 4790.' : undefined}
        />
      </div>
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" busy={host.isBusy}>
          Start hub
        </Button>
      </div>
    </form>
  );
}

function RunningHub({ host, status }: PartProps) {
  const { hasJoined, isBusy } = host;
  const isRunning = status.state === 'running';
  const shown = host.code?.code ?? (hasJoined ? undefined : status.code);
  return (
    <>
      <dl className={styles.facts}>
        <dt>Name</dt>
        <dd>{status.name}</dd>
        <dt>Address</dt>
        <dd>
          {isRunning && status.addresses.length === 0
            ? `${status.address ?? ''} (this laptop has no network now)`
            : status.addresses.map((address) => <div key={address}>{address}</div>)}
          {!isRunning && `Port ${status.port}`}
        </dd>
        {shown !== undefined && (
          <>
            <dt>One-time code</dt>
            <dd>
              <code>{shown}</code>
              <div className={styles.hint}>
                For one device; type it there under Sync, with an address from above.
                {host.code && (
                  <>
                    {' '}
                    Valid until <Time at={host.code.expiresAt} mode="absolute" />.
                  </>
                )}
              </div>
            </dd>
          </>
        )}
      </dl>
      {!hasJoined && isRunning && (
        <p className={styles.muted}>This laptop does not exchange with its own hub yet.</p>
      )}
      <div className={styles.buttons}>
        <Button variant="quiet" disabled={isBusy} onClick={host.stop}>
          Stop hub
        </Button>
        <Button disabled={isBusy || !isRunning} onClick={host.newCode}>
          Code for a device
        </Button>
        {!hasJoined && (
          <Button variant="primary" busy={isBusy} disabled={!isRunning} onClick={host.join}>
            Join with this laptop
          </Button>
        )}
      </div>
    </>
  );
}

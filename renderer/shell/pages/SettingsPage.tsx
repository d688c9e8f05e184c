import { useEffect, useState } from 'react';
import { useSyncStatus } from '#renderer/data/data.ts';
import { useBridge } from '#renderer/session/bridge.tsx';
import { setPreference, usePreferences, type PaperSize } from '#renderer/session/preferences.ts';
import { formatBytes, useStorageState } from '#renderer/session/storage-state.ts';
import { useUnit } from '#renderer/session/unit.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { countEntries } from '#renderer/sync/words.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { PlatformInfo } from '#shared/contracts/bridge.ts';
import { ThemePicker } from './ThemePicker.tsx';
import styles from './Pages.module.css';

const papers: readonly { readonly value: PaperSize; readonly label: string }[] = [
  { value: 'A4', label: 'A4' },
  { value: 'Letter', label: 'Letter' },
];

function usePlatform(): PlatformInfo | undefined {
  const bridge = useBridge();
  const [info, setInfo] = useState<PlatformInfo>();
  useEffect(() => {
    bridge.platform.info().then(setInfo, () => undefined);
  }, [bridge]);
  return info;
}

function AboutDevice() {
  const storage = useStorageState();
  const { hubs, unsent } = useSyncStatus();
  const platform = usePlatform();
  const missing = Object.values(platform?.capabilities ?? {}).flatMap((one) =>
    one.available ? [] : [one.reason],
  );
  return (
    <Section title="This device">
      <dl className={styles.facts}>
        <dt>Outpost</dt>
        <dd>
          {__BUILD__.version}, {platform?.shell === 'electron' ? 'desktop application' : 'in a browser'}
        </dd>
        <dt>Not yet at a hub</dt>
        <dd>
          {countEntries(unsent.entries)}
          {hubs.length === 0 && ', as this device is connected to none'} ·{' '}
          <AppLink href="/sync">Sync</AppLink>
        </dd>
        <dt>Space</dt>
        <dd>
          {storage.used === undefined ? 'not known' : `${formatBytes(storage.used)} used`}
          {storage.free !== undefined && `, ${formatBytes(storage.free)} free`}
        </dd>
        <dt>Kept</dt>
        <dd>
          {storage.isPersistent
            ? 'until you remove it'
            : 'not promised by the browser; install Outpost as an app'}
        </dd>
        {missing.length > 0 && (
          <>
            <dt>Not possible here</dt>
            <dd>
              <ul className={styles.links}>
                {missing.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </Section>
  );
}

/** How the page looks and behaves for this person on this device. */
export function SettingsPage() {
  const { hasLetterKeys, hasSystemNotices, paper } = usePreferences();
  const unit = useUnit();
  return (
    <>
      <PageHeader title="Settings" />
      <div className={styles.body}>
        <div className={styles.panel}>
          <Section title="Theme">
            <ThemePicker />
          </Section>
        </div>
        <div className={styles.panel}>
          <Section title="Keyboard, notices and paper">
            <Checkbox
              label="Single-key shortcuts, such as c and j"
              checked={hasLetterKeys}
              onChange={(on) => setPreference('hasLetterKeys', on)}
            />
            <Checkbox
              label="Show notices outside the window too"
              checked={hasSystemNotices}
              onChange={(on) => setPreference('hasSystemNotices', on)}
            />
            <div style={{ width: 160 }}>
              <Select
                label="Paper"
                options={papers}
                value={paper}
                onChange={(size) => setPreference('paper', size)}
              />
            </div>
          </Section>
        </div>
        <div className={styles.panel}>
          <Section
            title="Unit"
            actions={
              unit.id && (
                <LinkButton size="small" href={`/record/${unit.id}`}>
                  Change unit
                </LinkButton>
              )
            }
          >
            <dl className={styles.facts}>
              <dt>Name</dt>
              <dd>{unit.name}</dd>
              <dt>Time zone</dt>
              <dd>{unit.zone}</dd>
              <dt>Marking</dt>
              <dd>{unit.marking}</dd>
            </dl>
          </Section>
        </div>
        <div className={styles.panel}>
          <Section
            title="Signing in"
            actions={
              <LinkButton size="small" href="/accounts">
                Accounts
              </LinkButton>
            }
          >
            <p className={styles.muted}>
              Passphrases, who may sign in, the recovery code, and when this device locks itself.
            </p>
          </Section>
        </div>
        <div className={styles.panel}>
          <Section
            title="Audit"
            actions={
              <LinkButton size="small" href="/audit">
                Open audit
              </LinkButton>
            }
          >
            <p className={styles.muted}>Who did what and when, and whether the log is as it was written.</p>
          </Section>
        </div>
        <div className={styles.panel}>
          <Section
            title="Roles"
            actions={
              <>
                <LinkButton size="small" href="/roles">
                  Roles
                </LinkButton>
                <LinkButton size="small" href="/permissions">
                  Permissions
                </LinkButton>
              </>
            }
          >
            <p className={styles.muted}>Who owns and does what, until when, and what each role may do.</p>
          </Section>
        </div>
        <div className={styles.panel}>
          <AboutDevice />
        </div>
      </div>
    </>
  );
}

import { DemoCard } from './DemoCard.tsx';
import { useConfig, useSyncStatus } from '#renderer/data/data.ts';
import { joinStage } from './join-progress.ts';
import { JoinCard } from './JoinCard.tsx';
import { UnitForm } from './UnitForm.tsx';
import { ThemePicker } from '#renderer/shell/pages/ThemePicker.tsx';
import { LiveRegion, Toasts } from '#renderer/shell/Toasts.tsx';
import styles from './FirstRun.module.css';

/** What a new user meets: make a unit, join one, or look around in the demo unit. */
export function FirstRunPage() {
  const [status] = useSyncStatus().hubs;
  const hasUnit = useConfig().all('unit').length > 0;
  // What is made here goes to the hub: nothing is, before it is known that no unit comes from there.
  const canMake = !status || joinStage(status, hasUnit).kind === 'empty';
  return (
    <main className={styles.page}>
      <title>Set up · Outpost</title>
      <div className={styles.frame}>
        <header>
          <h1 className={styles.name}>Welcome to Outpost</h1>
          <p className={styles.lead}>
            Everything you enter stays on this laptop and works without a network. Set up your unit, join one
            that has a hub, or look around in the demo unit first.
          </p>
        </header>
        <div className={styles.columns}>
          <div className={styles.side}>
            {canMake && (
              <section aria-labelledby="setup-unit" className={styles.card}>
                <h2 id="setup-unit">Set up a unit</h2>
                <UnitForm />
              </section>
            )}
            <section aria-labelledby="setup-join" className={styles.card}>
              <h2 id="setup-join">Join a unit that has a hub</h2>
              <JoinCard />
            </section>
          </div>
          <div className={styles.side}>
            {!status && (
              <section aria-labelledby="setup-demo" className={styles.card}>
                <h2 id="setup-demo">Open the demo unit</h2>
                <DemoCard />
              </section>
            )}
            <section aria-labelledby="setup-theme" className={styles.card}>
              <h2 id="setup-theme">Theme</h2>
              <ThemePicker />
            </section>
          </div>
        </div>
      </div>
      <Toasts />
      <LiveRegion />
    </main>
  );
}

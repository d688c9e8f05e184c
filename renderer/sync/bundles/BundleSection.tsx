import { Section } from '#renderer/ui/Section.tsx';
import { MakeBundle } from './MakeBundle.tsx';
import { OpenBundle } from './OpenBundle.tsx';
import styles from '../sync.module.css';

/** Exchange by hand: files on a stick, for where no network goes. */
export function BundleSection() {
  return (
    <div className={styles.panel}>
      <Section title="By stick">
        <p className={styles.lead}>
          Where no network goes, carry files: a bundle brings what another device is not known to hold. It is
          signed by this device, and only its receiver can open it. Opening it twice or in any order does no
          harm.
        </p>
        <div className={styles.columns}>
          <MakeBundle />
          <OpenBundle />
        </div>
      </Section>
    </div>
  );
}

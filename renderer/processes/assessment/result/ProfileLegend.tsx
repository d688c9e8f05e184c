import { LevelBar } from '#renderer/ui/charts/LevelBar.tsx';
import { ShareBar } from '#renderer/ui/charts/ShareBar.tsx';
import styles from './result.module.css';

/** What the bars of the profile mean. */
export function ProfileLegend() {
  return (
    <>
      <span className={styles.key}>
        <LevelBar level={1} target={3} isOpen={false} most={3} /> level 1, target 3
      </span>
      <span className={styles.key}>
        <LevelBar level={1} target={3} isOpen most={3} /> may be more, not all is rated
      </span>
      <span className={styles.key}>
        <ShareBar from={15} to={50} marks={[15, 50, 85]} /> P: above 15 up to 50 %
      </span>
    </>
  );
}

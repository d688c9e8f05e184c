import { StepBar } from '#renderer/ui/charts/StepBar.tsx';
import { plainRatings } from '#shared/assessment/scale.ts';
import { ratingSteps } from './rating-steps.ts';
import styles from './result.module.css';

/** What the bars of the profile mean. */
export function ProfileLegend() {
  return (
    <>
      <span className={styles.key}>
        <StepBar reached={1} target={3} most={3} step={12} /> level 1 of target 3
      </span>
      <span className={styles.key}>
        <StepBar reached={1} possible={3} target={3} most={3} step={12} /> at least 1, not all is rated
      </span>
      {plainRatings.map((rating) => (
        <span key={rating} className={styles.key}>
          <StepBar reached={ratingSteps[rating]} most={3} step={8} /> {rating}
        </span>
      ))}
    </>
  );
}

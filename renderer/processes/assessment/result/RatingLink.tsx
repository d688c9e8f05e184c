import { AppLink } from '#renderer/ui/AppLink.tsx';
import { StepBar } from '#renderer/ui/charts/StepBar.tsx';
import type { AttributeResult } from '#shared/assessment/workbook.ts';
import { assessmentPaths } from '../places.ts';
import { ratingSteps } from './rating-steps.ts';
import { attributeName, valueSign, valueWords } from './words.ts';
import styles from './result.module.css';

interface RatingLinkProps {
  /** Absent for a result from elsewhere, which has no workbook here. */
  readonly assessment: string | undefined;
  readonly process: string;
  readonly result: AttributeResult;
  /** Draws how far it is achieved. */
  readonly hasBar?: boolean;
}

/** The rating of an attribute; it leads to the ratings that it is made of. */
export function RatingLink({ assessment, process, result, hasBar = false }: RatingLinkProps) {
  const { attribute, value } = result;
  const name = `${process}, PA ${attribute} ${attributeName(attribute)}: ${valueWords(value)}`;
  const figure = (
    <>
      {hasBar && value.kind === 'rated' && <StepBar reached={ratingSteps[value.rating]} most={3} step={8} />}
      <span>
        {valueSign(value)}
        {value.kind === 'rated' && value.missing !== undefined && <sup>{value.missing}</sup>}
      </span>
    </>
  );
  if (assessment === undefined) {
    return (
      <span role="img" className={styles.figure} aria-label={name} title={name}>
        {figure}
      </span>
    );
  }
  return (
    <AppLink
      href={assessmentPaths.workbook(assessment, { process, attribute })}
      className={styles.figure}
      aria-label={name}
      title={name}
    >
      {figure}
    </AppLink>
  );
}

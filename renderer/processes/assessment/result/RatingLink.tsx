import { AppLink } from '#renderer/ui/AppLink.tsx';
import { ShareBar } from '#renderer/ui/charts/ShareBar.tsx';
import { rangeOf } from '#shared/assessment/scale.ts';
import type { Assessed } from '#shared/assessment/value.ts';
import type { AttributeResult } from '#shared/assessment/workbook.ts';
import { assessmentPaths } from '../places.ts';
import { attributeName, valueSign, valueWords } from './words.ts';
import styles from './result.module.css';

interface RatingLinkProps {
  readonly assessment: string;
  readonly process: string;
  readonly result: AttributeResult;
  /** Draws the share that was achieved. */
  readonly hasBar?: boolean;
}

/** Where the ratings N, P, L and F end, in per cent. */
const marks = [15, 50, 85];

/** The rating of an attribute; it leads to the ratings that it is made of. */
export function RatingLink({ assessment, process, result, hasBar = false }: RatingLinkProps) {
  const { attribute, value } = result;
  const name = `${process}, PA ${attribute} ${attributeName(attribute)}: ${valueWords(value)}`;
  return (
    <AppLink
      href={assessmentPaths.workbook(assessment, { process, attribute })}
      className={styles.figure}
      aria-label={name}
      title={name}
    >
      {hasBar && value.kind === 'rated' && <ShareBar {...shareOf(value)} marks={marks} />}
      <span>
        {valueSign(value)}
        {value.kind === 'rated' && value.missing !== undefined && <sup>{value.missing}</sup>}
      </span>
    </AppLink>
  );
}

function shareOf({ rating, percent }: Extract<Assessed, { kind: 'rated' }>): {
  readonly from: number;
  readonly to: number;
} {
  const { over, to } = rangeOf(rating);
  return percent === undefined ? { from: over, to } : { from: percent, to: percent };
}

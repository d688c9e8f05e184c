import { ChartFrame } from '#renderer/ui/charts/ChartFrame.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { plainOf, plainRatings, ratingNames } from '#shared/assessment/scale.ts';
import type { Assessed } from '#shared/assessment/value.ts';
import type { ProcessResult } from '#shared/assessment/workbook.ts';
import { attributesShown } from './attributes-shown.ts';
import { GroupedRows } from './GroupedRows.tsx';
import { RatingLink } from './RatingLink.tsx';
import { levelSign, valueSign } from './words.ts';
import styles from './heat.module.css';

interface HeatMapProps {
  /** Absent for a result from elsewhere. */
  readonly assessment: string | undefined;
  readonly profile: readonly ProcessResult[];
}

/** Ratings of all attributes, darker the more was achieved; the letter says it as well. */
export function HeatMap({ assessment, profile }: HeatMapProps) {
  const attributes = attributesShown(profile);
  return (
    <ChartFrame
      title="Where is how much achieved?"
      about="process by attribute, agreed ratings"
      legend={<HeatLegend />}
    >
      <DataTable caption="Ratings by process and attribute" className={styles.map}>
        <thead>
          <tr>
            <th scope="col">Process</th>
            <th scope="col" data-number>
              Level
            </th>
            {attributes.map(({ code, name }) => (
              <th key={code} scope="col" className={styles.head}>
                <span className={styles.code}>{code}</span>
                <span className={styles.name}>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <GroupedRows
          items={profile}
          columns={attributes.length + 2}
          row={(result, name) => (
            <>
              <th scope="row" data-nowrap>
                {result.process} <span className={styles.name}>{name}</span>
              </th>
              <td data-number>{levelSign(result)}</td>
              {attributes.map(({ code }) => {
                const rated = result.attributes.find(({ attribute }) => attribute === code);
                return rated ? (
                  <td key={code} className={styles.cell} data-rating={toneOf(rated.value)}>
                    <RatingLink assessment={assessment} process={result.process} result={rated} />
                  </td>
                ) : (
                  <td key={code} className={styles.cell} aria-label="Not in scope" />
                );
              })}
            </>
          )}
        />
      </DataTable>
    </ChartFrame>
  );
}

function HeatLegend() {
  return (
    <>
      {plainRatings.map((rating) => (
        <span key={rating} className={styles.key}>
          <span className={styles.swatch} data-rating={rating}>
            {rating}
          </span>
          {ratingNames[rating].toLowerCase()}
        </span>
      ))}
      <span className={styles.key}>
        <span className={styles.swatch}>?</span> not rated
      </span>
    </>
  );
}

function toneOf(value: Assessed): string {
  return value.kind === 'rated' ? plainOf(value.rating) : valueSign(value);
}

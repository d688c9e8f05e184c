import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { useTitles } from '#renderer/record/use-titles.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { assessedOn, isProvisional } from '#shared/processes/improvement/profile.ts';
import { useUnitNames } from './use-compared.ts';
import styles from './compare.module.css';

interface ResultChoiceProps {
  readonly assessments: readonly RecordView[];
  /** Ids of those that are compared. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Which assessments are compared. */
export function ResultChoice({ assessments, chosen, onChange }: ResultChoiceProps) {
  const titles = useTitles(assessments.map(({ id }) => id));
  const unitOf = useUnitNames(assessments);
  const ordered = assessments.toSorted((one, other) => assessedOn(other).localeCompare(assessedOn(one)));
  return (
    <details className={styles.choice} open={chosen.length < 2}>
      <summary>
        {chosen.length} of {assessments.length} assessments compared
      </summary>
      <fieldset className={styles.choices}>
        <legend>Assessments to compare</legend>
        {ordered.map((assessment) => {
          const { id, number } = assessment;
          const words = `${titles.get(id) ?? number}, ${unitOf(assessment)}, ${assessedOn(assessment)}`;
          return (
            <Checkbox
              key={id}
              label={isProvisional(assessment) ? `${words}, provisional` : words}
              checked={chosen.includes(id)}
              onChange={(isChosen) =>
                onChange(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id))
              }
            />
          );
        })}
      </fieldset>
    </details>
  );
}

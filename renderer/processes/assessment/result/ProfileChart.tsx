import { AppLink } from '#renderer/ui/AppLink.tsx';
import { ChartFrame } from '#renderer/ui/charts/ChartFrame.tsx';
import { StepBar } from '#renderer/ui/charts/StepBar.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { levelNames } from '#shared/assessment/attributes.ts';
import type { Change } from '#shared/assessment/change.ts';
import { knowledgeOf } from '#shared/assessment/gap.ts';
import type { ProcessResult } from '#shared/assessment/workbook.ts';
import { assessmentPaths } from '../places.ts';
import { ChangeMark } from './ChangeMark.tsx';
import { GroupedRows } from './GroupedRows.tsx';
import { ProfileLegend } from './ProfileLegend.tsx';
import { RatingLink } from './RatingLink.tsx';
import { attributesShown } from './attributes-shown.ts';
import { levelSign } from './words.ts';
import styles from './result.module.css';

interface ProfileChartProps {
  /** Absent for a result from elsewhere. */
  readonly assessment: string | undefined;
  readonly profile: readonly ProcessResult[];
  /** Changes since the assessment that this one is compared with. */
  readonly changes: ReadonlyMap<string, Change>;
}

/** Attributes beside which the names of processes have room in full. */
const mostBesideNames = 5;

const title = 'Which capability level does each process reach?';

/** Level and attributes of every process as bars, each with its figure: chart and table in one. */
export function ProfileChart({ assessment, profile, changes }: ProfileChartProps) {
  const isCompared = changes.size > 0;
  const attributes = attributesShown(profile);
  return (
    <ChartFrame
      title={title}
      about="level 0 to 5, and how far each attribute is achieved"
      legend={<ProfileLegend />}
    >
      <DataTable
        caption="Capability profile"
        className={classes(styles.profile, attributes.length > mostBesideNames && styles.narrow)}
      >
        <thead>
          <tr>
            <th scope="col">Process</th>
            <th scope="col">Level of target</th>
            {isCompared && <th scope="col">Change</th>}
            {attributes.map(({ code, name }) => (
              <th key={code} scope="col" title={name}>
                {code}
              </th>
            ))}
          </tr>
        </thead>
        <GroupedRows
          items={profile}
          columns={attributes.length + (isCompared ? 3 : 2)}
          row={(result, name) => {
            const change = changes.get(result.process);
            return (
              <>
                <th scope="row">
                  {assessment === undefined ? (
                    result.process
                  ) : (
                    <AppLink
                      className={styles.process}
                      href={assessmentPaths.workbook(assessment, { process: result.process })}
                    >
                      {result.process}
                    </AppLink>
                  )}{' '}
                  <span className={styles.name}>{name}</span>
                </th>
                <td>
                  <span className={styles.level} title={result.capability.reason}>
                    <StepBar
                      reached={result.capability.level}
                      possible={knowledgeOf(result) === 'open' ? result.target : result.capability.level}
                      target={result.target}
                      most={5}
                      step={12}
                    />
                    <span>
                      {levelSign(result)}{' '}
                      <span className={styles.name}>{levelNames[result.capability.level]}</span>
                    </span>
                  </span>
                </td>
                {isCompared && <td>{change && <ChangeMark change={change} />}</td>}
                {attributes.map(({ code }) => {
                  const rated = result.attributes.find(({ attribute }) => attribute === code);
                  return (
                    <td key={code}>
                      {rated && (
                        <RatingLink assessment={assessment} process={result.process} result={rated} hasBar />
                      )}
                    </td>
                  );
                })}
              </>
            );
          }}
        />
      </DataTable>
    </ChartFrame>
  );
}

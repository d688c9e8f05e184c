import { AppLink } from '#renderer/ui/AppLink.tsx';
import { ChartFrame } from '#renderer/ui/charts/ChartFrame.tsx';
import { LevelBar } from '#renderer/ui/charts/LevelBar.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { processAttributes } from '#shared/assessment/attributes.ts';
import type { Change } from '#shared/assessment/change.ts';
import { knowledgeOf } from '#shared/assessment/gap.ts';
import type { ProcessResult } from '#shared/assessment/workbook.ts';
import { assessmentPaths } from '../places.ts';
import { ChangeMark } from './ChangeMark.tsx';
import { GroupedRows } from './GroupedRows.tsx';
import { ProfileLegend } from './ProfileLegend.tsx';
import { RatingLink } from './RatingLink.tsx';
import { levelWords } from './words.ts';
import styles from './result.module.css';

interface ProfileChartProps {
  readonly assessment: string;
  readonly profile: readonly ProcessResult[];
  /** Changes since the assessment that this one is compared with. */
  readonly changes: ReadonlyMap<string, Change>;
}

const title = 'Which capability level does each process reach?';

/** Level and attributes of every process as bars, each with its figure: chart and table in one. */
export function ProfileChart({ assessment, profile, changes }: ProfileChartProps) {
  const isCompared = changes.size > 0;
  return (
    <ChartFrame title={title} about="level 0 to 5, achievement of each attribute" legend={<ProfileLegend />}>
      <DataTable caption="Capability profile" className={styles.profile}>
        <thead>
          <tr>
            <th scope="col">Process</th>
            <th scope="col">Level</th>
            <th scope="col" data-number>
              Target
            </th>
            {isCompared && <th scope="col">Since before</th>}
            {processAttributes.map(({ code, name }) => (
              <th key={code} scope="col" title={name}>
                {code}
              </th>
            ))}
          </tr>
        </thead>
        <GroupedRows
          items={profile}
          columns={processAttributes.length + (isCompared ? 4 : 3)}
          row={(result, name) => {
            const change = changes.get(result.process);
            return (
              <>
                <th scope="row">
                  <AppLink
                    className={styles.process}
                    href={assessmentPaths.workbook(assessment, { process: result.process })}
                  >
                    {result.process}
                  </AppLink>{' '}
                  <span className={styles.name}>{name}</span>
                </th>
                <td>
                  <span className={styles.level} title={result.capability.reason}>
                    <LevelBar
                      level={result.capability.level}
                      target={result.target}
                      isOpen={knowledgeOf(result) === 'open'}
                      most={5}
                    />
                    <span>{levelWords(result)}</span>
                  </span>
                </td>
                <td data-number>{result.target}</td>
                {isCompared && <td>{change && <ChangeMark change={change} />}</td>}
                {processAttributes.map(({ code }) => {
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

import { AppLink } from '#renderer/ui/AppLink.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { levelNames } from '#shared/assessment/attributes.ts';
import { gapsOf, type Gap, type Need } from '#shared/assessment/gap.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { assessmentPaths } from '../places.ts';
import type { AssessmentResult } from '../use-result.ts';
import { RecordLinks } from './RecordLinks.tsx';
import { attributeName, levelSign, valueWords } from './words.ts';
import styles from './gap.module.css';

interface GapListProps {
  readonly assessment: string;
  readonly result: AssessmentResult;
}

/** Processes below their target, the widest gap first: what stops them, and what was found and advised. */
export function GapList({ assessment, result }: GapListProps) {
  const { profile, findings, recommendations } = result;
  const gaps = gapsOf(profile);
  const hasMore = gaps.some(({ forTarget }) => forTarget.length > 0);
  const reached = profile.filter(({ gap }) => gap === 0);
  if (gaps.length === 0) {
    return (
      <EmptyState
        title={profile.length > 0 ? 'Every process reaches its target' : 'No process is in scope'}
        text={
          profile.length > 0
            ? 'Nothing is missing in what was assessed. A higher target shows what comes next.'
            : 'Add the processes to the scope of the assessment, with a target level for each.'
        }
      />
    );
  }
  return (
    <Section title="What keeps processes from their targets?">
      <DataTable caption="Gaps to the target, the widest first" className={styles.gaps}>
        <thead>
          <tr>
            {heads(hasMore).map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gaps.map((gap) => (
            <GapRow
              key={gap.result.process}
              assessment={assessment}
              gap={gap}
              hasMore={hasMore}
              findings={about(findings, gap)}
              recommendations={about(recommendations, gap)}
            />
          ))}
        </tbody>
      </DataTable>
      {reached.length > 0 && (
        <p className={styles.reached}>At their target: {reached.map(({ process }) => process).join(', ')}.</p>
      )}
    </Section>
  );
}

function heads(hasMore: boolean): readonly string[] {
  return [
    'Process',
    'Level of target',
    'Gap',
    'What stops the next level',
    ...(hasMore ? ['Besides, for the target'] : []),
    'Found and advised',
  ];
}

interface GapRowProps {
  readonly assessment: string;
  readonly gap: Gap;
  /** Has any of them more to do for its target than for its next level? */
  readonly hasMore: boolean;
  readonly findings: readonly RecordView[];
  readonly recommendations: readonly RecordView[];
}

function GapRow({ assessment, gap, hasMore, findings, recommendations }: GapRowProps) {
  const { process, capability, gap: missing } = gap.result;
  return (
    <tr>
      <th scope="row">
        <AppLink href={assessmentPaths.workbook(assessment, { process })}>{process}</AppLink>
      </th>
      <td data-nowrap>
        {levelSign(gap.result)} <span className={styles.none}>{levelNames[capability.level]}</span>
      </td>
      <td data-nowrap>{missing === 1 ? '1 level' : `${String(missing)} levels`}</td>
      <td>
        <p>{capability.reason}</p>
        <Needs assessment={assessment} process={process} needs={gap.forNext} />
      </td>
      {hasMore && (
        <td>
          <Needs assessment={assessment} process={process} needs={gap.forTarget} />
        </td>
      )}
      <td>
        <RecordLinks records={findings} />
        <RecordLinks records={recommendations} />
        {findings.length + recommendations.length === 0 && <span className={styles.none}>Nothing noted</span>}
      </td>
    </tr>
  );
}

interface NeedsProps {
  readonly assessment: string;
  readonly process: string;
  readonly needs: readonly Need[];
}

function Needs({ assessment, process, needs }: NeedsProps) {
  return (
    <ul className={styles.needs}>
      {needs.map(({ attribute, value, asks }) => (
        <li key={`${attribute} ${asks}`}>
          <AppLink
            href={assessmentPaths.workbook(assessment, { process, attribute })}
            title={attributeName(attribute)}
          >
            PA {attribute}
          </AppLink>{' '}
          {value.kind === 'rated' ? `is ${value.rating}` : valueWords(value)}, needs{' '}
          {asks === 'L' ? 'L or F' : 'F'}
        </li>
      ))}
    </ul>
  );
}

function about(records: readonly RecordView[], { result }: Gap): readonly RecordView[] {
  return records.filter((record) => textOf(record, 'process') === result.process);
}

import AddIcon from '@mui/icons-material/Add';
import { useTitles } from '#renderer/record/use-titles.ts';
import { paths } from '#renderer/record/navigation.ts';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import { FindingLine } from './FindingLine.tsx';
import styles from './swot.module.css';

interface Quarter {
  readonly kind: string;
  readonly title: string;
  readonly add: string;
  /** What to look for where nothing was found yet. */
  readonly hint: string;
}

const quarters: readonly Quarter[] = [
  {
    kind: 'strength',
    title: 'Strengths',
    add: 'Add strength',
    hint: 'What is done well, and would be missed? Attributes that are F are a place to look.',
  },
  {
    kind: 'weakness',
    title: 'Weaknesses',
    add: 'Add weakness',
    hint: 'What stops the next level? The gaps to the target are a place to look.',
  },
  {
    kind: 'opportunity',
    title: 'Opportunities',
    add: 'Add opportunity',
    hint: 'What could the unit use that it does not use yet: people, tools, what others do well?',
  },
  {
    kind: 'threat',
    title: 'Threats',
    add: 'Add threat',
    hint: 'What from outside could undo it: rotations, suppliers, links, deadlines?',
  },
];

interface SwotProps {
  readonly assessment: string;
  readonly findings: readonly RecordView[];
  /** Offers to add findings, and says what to look for. */
  readonly canAdd?: boolean;
}

/** Findings in four quarters, by process, with the evidence for them. */
export function Swot({ assessment, findings, canAdd = false }: SwotProps) {
  const titles = useTitles(findings.flatMap((finding) => [finding.id, ...listOf(finding, 'evidence')]));
  return (
    <Section title="Strengths, weaknesses, opportunities and threats">
      <div className={styles.swot}>
        {quarters.map(({ kind, title, add, hint }) => {
          const own = findings.filter((finding) => textOf(finding, 'kind') === kind);
          return (
            <section key={kind} aria-label={title} className={styles.quarter}>
              <div className={styles.head}>
                <h3>{title}</h3>
                <span className={styles.muted}>{own.length}</span>
                {canAdd && (
                  <LinkButton
                    className={styles.add}
                    size="small"
                    icon={<AddIcon />}
                    href={paths.create('finding', { assessment, kind })}
                  >
                    {add}
                  </LinkButton>
                )}
              </div>
              {own.length === 0 && <p className={styles.muted}>{canAdd ? hint : 'None was noted.'}</p>}
              {[...groupBy(own, (finding) => textOf(finding, 'process'))].map(([process, some]) => (
                <div key={process} className={styles.process}>
                  <h4>{process || 'Several processes'}</h4>
                  <ul>
                    {some.map((finding) => (
                      <FindingLine key={finding.id} finding={finding} titles={titles} />
                    ))}
                  </ul>
                </div>
              ))}
            </section>
          );
        })}
      </div>
    </Section>
  );
}

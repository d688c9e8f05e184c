import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import styles from './swot.module.css';

interface FindingLineProps {
  readonly finding: RecordView;
  /** Titles of findings and evidence by id. */
  readonly titles: ReadonlyMap<string, string>;
}

/** A finding with its attribute and the evidence for it. */
export function FindingLine({ finding, titles }: FindingLineProps) {
  const attribute = textOf(finding, 'attribute');
  const evidence = listOf(finding, 'evidence');
  return (
    <li>
      <AppLink href={paths.record(finding.id)}>{titles.get(finding.id) ?? finding.number}</AppLink>
      {attribute !== '' && <span className={styles.muted}> PA {attribute}</span>}
      <span className={styles.evidence}>
        {evidence.length === 0 && 'No evidence named'}
        {evidence.map((id, index) => (
          <span key={id}>
            {index === 0 ? 'Evidence: ' : '; '}
            <AppLink href={paths.record(id)}>{titles.get(id) ?? '…'}</AppLink>
          </span>
        ))}
      </span>
    </li>
  );
}

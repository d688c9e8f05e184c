import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { assessmentPaths } from '../places.ts';
import type { PlanParts } from '../use-plan-parts.ts';
import styles from './plan.module.css';

interface DeliverablesProps {
  readonly assessment: RecordView;
  readonly parts: PlanParts;
}

/** The four deliverables of an assessment, how far each is, and the way to its paper. */
export function Deliverables({ assessment, parts }: DeliverablesProps) {
  const { id, life, state } = assessment;
  const asked = parts.evidence.filter(({ state: stands }) => stands !== 'needed').length;
  const judged = parts.evidence.filter((one) =>
    ['valid', 'unreliable', 'missing'].includes(one.state),
  ).length;
  const all = parts.evidence.length;
  const isApproved = life.some(({ action }) => action === 'approvePlan');
  const rows = [
    ['Assessment plan', isApproved ? 'approved' : 'not approved yet', assessmentPaths.printPart(id, 'plan')],
    [
      'Data collection',
      `${textOf(assessment, 'collection') === '' ? 'no strategy yet, ' : ''}${asked} of ${all} asked for`,
      assessmentPaths.printPart(id, 'collection'),
    ],
    ['Data validation', `${judged} of ${all} judged`, assessmentPaths.printPart(id, 'validation')],
    [
      'Capability evaluation',
      state === 'reported' ? 'reported' : 'not reported yet',
      assessmentPaths.result(id),
    ],
  ] as const;
  return (
    <Section title="Deliverables">
      <ol className={styles.deliverables}>
        {rows.map(([name, stands, href]) => (
          <li key={name}>
            <AppLink href={href}>{name}</AppLink>
            <span className={styles.muted}>{stands}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

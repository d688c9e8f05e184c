import { useTitles } from '#renderer/record/use-titles.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { choicesOf } from '#shared/assessment/scope.ts';
import { textOf } from '#shared/definition/record.ts';
import type { AssessmentContent } from '../AssessmentPage.tsx';
import { ScopeTable } from '../plan/ScopeTable.tsx';
import { SessionTable } from '../plan/SessionTable.tsx';
import { Team } from '../plan/Team.tsx';
import { Words } from './Words.tsx';
import styles from './print.module.css';

/** Deliverable 1: what is collected, by whom, when, and what will be handed over. Source: DESMF 5.1.3.4. */
export function PlanPaper({ assessment, parts }: AssessmentContent) {
  const words = (field: string) => textOf(assessment, field);
  const open = parts.remarks.filter(({ step }) =>
    ['allocating', 'modelling', 'mapping', 'scoping', 'purposing', 'planning'].includes(step),
  );
  const choices = choicesOf(parts.plan.scope);
  const approved = assessment.life.findLast(({ action }) => action === 'approvePlan');
  const labels = useTitles([words('leadAssessor'), words('sponsor'), approved?.actor ?? ''].filter(Boolean));
  const name = (id: string) => labels.get(id) ?? '…';
  return (
    <>
      <Words title="Purpose" text={words('purpose')} none="Not written yet." />
      <Team assessment={assessment} isPaper />
      {words('constraints') && <Words title="Constraints" text={words('constraints')} none="" />}
      {words('stakeholders') && <Words title="Stakeholders" text={words('stakeholders')} none="" />}
      <Section title="Scope">
        {choices.length === 0 ? <p>No process is in scope yet.</p> : <ScopeTable choices={choices} />}
      </Section>
      {words('mapping') && <Words title="Mapping of local processes" text={words('mapping')} none="" />}
      <Words title="Plan" text={words('plan')} none="Not written yet." />
      <Section title="Schedule">
        {parts.sessions.length === 0 ? (
          <p>No sessions yet.</p>
        ) : (
          <SessionTable assessment={assessment} sessions={parts.sessions} isPaper />
        )}
      </Section>
      <Section title="Deliverables">
        <p>
          The assessment hands over this plan, the data collection, the data validation and the evaluation of
          process capability with ratings, analysis and recommendations.
        </p>
      </Section>
      {open.length > 0 && (
        <Section title="Known gaps of this plan">
          <ul className={styles.lines}>
            {open.map(({ says }) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        </Section>
      )}
      <div className={styles.signatures}>
        <p>Lead assessor: {words('leadAssessor') && name(words('leadAssessor'))}</p>
        <p>
          Sponsor: {words('sponsor') && name(words('sponsor'))}
          {approved && <span className={styles.small}> (approved in Outpost by {name(approved.actor)})</span>}
        </p>
      </div>
    </>
  );
}

import AddIcon from '@mui/icons-material/AddOutlined';
import { useData } from '#renderer/data/data.ts';
import { useQuickCreate } from '#renderer/record/form/quick-create.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { endedStates } from '#shared/processes/improvement/assessment-lifecycle.ts';
import type { PlanParts } from '../use-plan-parts.ts';
import { nextSlot } from './days.ts';
import { SessionTable } from './SessionTable.tsx';
import styles from './plan.module.css';

interface ScheduleProps {
  readonly assessment: RecordView;
  readonly parts: PlanParts;
}

/** The sessions of an assessment, day by day. */
export function Schedule({ assessment, parts: { sessions } }: ScheduleProps) {
  const data = useData();
  const zone = useZone();
  const actor = useKnownActor();
  const { open } = useQuickCreate();
  const isOver = endedStates.includes(assessment.state);
  const canAdd =
    !isOver && data.catalogue.type('assessment-session')?.create.allows(actor, undefined) === true;
  const add = () =>
    open('assessment-session', {
      assessment: assessment.id,
      lead: actor.id,
      ...nextSlot(sessions, textOf(assessment, 'from'), zone, data.now()),
    });
  const addButton = canAdd && (
    <Button size="small" icon={<AddIcon />} onClick={() => void add()}>
      Add session
    </Button>
  );
  return (
    <Section
      title="Schedule"
      actions={
        <>
          {sessions.length > 0 && (
            <AppLink
              href={paths.list({
                type: 'assessment-session',
                where: [{ column: 'assessment', in: [assessment.id] }],
              })}
            >
              As a list
            </AppLink>
          )}
          {sessions.length > 0 && addButton}
        </>
      }
    >
      {sessions.length === 0 ? (
        <EmptyState
          compact
          title="No sessions yet"
          text="Kick-off, document review, interviews, workshops, rating, consensus and briefing: who meets whom, when and where."
          action={addButton}
        />
      ) : (
        <div className={styles.days}>
          <SessionTable assessment={assessment} sessions={sessions} />
        </div>
      )}
    </Section>
  );
}

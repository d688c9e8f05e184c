import { Section } from '#renderer/ui/Section.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import type { RecordView } from '#shared/definition/record.ts';
import { FieldFiles } from '../evidence/FieldFiles.tsx';
import { Legend } from '../evidence/Legend.tsx';
import type { FieldFiles as Files } from '../evidence/use-field-files.ts';
import { assessmentPaths } from '../places.ts';
import type { PlanParts } from '../use-plan-parts.ts';

interface EvidenceNeedsProps {
  readonly assessment: RecordView;
  readonly parts: PlanParts;
  /** Absent where nothing can be added. */
  readonly files: Files | undefined;
}

/** How much of the scope evidence covers, and the way to what is still to be seen. */
export function EvidenceNeeds({ assessment, parts: { coverage }, files }: EvidenceNeedsProps) {
  return (
    <Section
      title="Evidence"
      actions={<AppLink href={assessmentPaths.evidence(assessment.id)}>What must I still see?</AppLink>}
    >
      <Legend cells={coverage.cells} />
      {files && <FieldFiles files={files} cell={undefined} />}
    </Section>
  );
}

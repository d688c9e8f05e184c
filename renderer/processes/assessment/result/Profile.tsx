import { Section } from '#renderer/ui/Section.tsx';
import type { AssessmentResult } from '../use-result.ts';
import { ProfileChart } from './ProfileChart.tsx';
import { Reasons } from './Reasons.tsx';

interface ProfileProps {
  readonly assessment: string;
  readonly result: AssessmentResult;
}

/** The capability profile with the reason for every level. */
export function Profile({ assessment, result: { profile, changes } }: ProfileProps) {
  return (
    <Section title="Capability profile">
      <ProfileChart assessment={assessment} profile={profile} changes={changes} />
      <Reasons profile={profile} />
    </Section>
  );
}

import { Section } from '#renderer/ui/Section.tsx';
import type { ProcessResult } from '#shared/assessment/workbook.ts';
import { ProfileTable } from './ProfileTable.tsx';
import { Reasons } from './Reasons.tsx';

interface ProfileProps {
  readonly profile: readonly ProcessResult[];
  readonly before: ReadonlyMap<string, ProcessResult>;
}

/** The capability profile with the reason for every level. */
export function Profile({ profile, before }: ProfileProps) {
  return (
    <Section title="Capability profile">
      <ProfileTable profile={profile} before={before} />
      <Reasons profile={profile} />
    </Section>
  );
}

import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { processesIn, type ComparedResult } from '#shared/assessment/compare.ts';
import { useProcessGroups } from '../result/use-process-groups.ts';
import { ChangeMatrix } from './ChangeMatrix.tsx';
import { LevelHistory } from './LevelHistory.tsx';
import { ReservationList } from './ReservationList.tsx';
import { UnitYears } from './UnitYears.tsx';

interface ComparisonViewProps {
  readonly results: readonly ComparedResult[];
  /** Id of the result with which all others are compared. */
  readonly base?: string | undefined;
  /** Code of the domain whose processes are shown; all if absent. */
  readonly domain?: string | undefined;
}

/** Results beside each other: by unit and year, over time, process by process, and what must be kept in mind. */
export function ComparisonView({ results, base, domain }: ComparisonViewProps) {
  const groups = useProcessGroups(processesIn(results));
  const processes = groups
    .filter((group) => domain === undefined || group.domain === domain)
    .flatMap((group) => group.processes);
  const codes = processes.map(({ code }) => code);
  const shown = results.map((result) => ({
    ...result,
    profile: result.profile.filter(({ process }) => codes.includes(process)),
  }));
  if (codes.length === 0) {
    return (
      <EmptyState
        title="No process is in the scope of these assessments"
        text="Choose others, or another domain."
      />
    );
  }
  return (
    <>
      <UnitYears results={shown} />
      <LevelHistory results={shown} processes={processes} />
      <ChangeMatrix results={shown} base={base} />
      <ReservationList results={shown} base={base} />
    </>
  );
}

import { useCounts } from '#renderer/data/data.ts';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import type { ProcessDefinition } from '#shared/definition/process.ts';
import { openRecords, pagesOf } from '../rail/navigation-model.ts';

/** The lists of a process, each with how many records need something. */
export function RecordLinks({ process }: { readonly process: ProcessDefinition }) {
  const counts = useCounts(process.recordTypes.map((type) => openRecords(type.name)));
  return (
    <>
      {pagesOf(process).map(({ href, label }) => (
        <span key={href}>
          <AppLink href={href}>{label}</AppLink>
          {' · '}
        </span>
      ))}
      {process.recordTypes.map((type, index) => (
        <span key={type.name}>
          {index > 0 && ' · '}
          <AppLink href={paths.list(openRecords(type.name))}>
            {type.plural} ({counts[index]?.toLocaleString('en-GB') ?? '…'}
            {type.clocks.length > 0 ? ' open' : ''})
          </AppLink>
        </span>
      ))}
    </>
  );
}

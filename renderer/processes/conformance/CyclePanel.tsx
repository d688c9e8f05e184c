import type { SlotProps } from '#renderer/record/slots.ts';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { textOf } from '#shared/definition/record.ts';
import { Panel } from '../support/Panel.tsx';
import { conformancePaths } from './places.ts';
import { useConformance } from './use-register.ts';
import { YearTable } from './YearTable.tsx';

/** Progress of a year beside the years before. */
export function CyclePanel({ record }: SlotProps) {
  const conformance = useConformance();
  const year = Number(record.fields['year']);
  const component = textOf(record, 'component');
  return (
    <Panel
      title="How far is it?"
      actions={
        <>
          <LinkButton href={conformancePaths.report(year, component)}>Report</LinkButton>
          <LinkButton variant="primary" href={conformancePaths.register({ year, component })}>
            Register {year}
          </LinkButton>
        </>
      }
    >
      {conformance && (
        <YearTable
          conformance={{ ...conformance, years: conformance.years.filter((one) => one <= year) }}
          component={component}
          isShort
        />
      )}
    </Panel>
  );
}

import { useMemo } from 'react';
import { useConfig, useData, useNow, useRecords } from '#renderer/data/data.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { localDate } from '#shared/kernel/time.ts';
import {
  registerOf,
  type RegisterRow,
  type RegisterSource,
} from '#shared/processes/improvement/conformance-register.ts';

/** Read at once: a large unit has some hundred services, and a statement of each every year. */
const mostServices = 2000;
const mostStatements = 20_000;

export interface Conformance extends RegisterSource {
  readonly cycles: readonly RecordView[];
  /** The present year in the unit's zone. */
  readonly thisYear: number;
  /** Years of which anything is known, and this one and the next; the latest first. */
  readonly years: readonly number[];
}

/** Everything that the register is made of, live; undefined until it is read. */
export function useConformance(): Conformance | undefined {
  const config = useConfig();
  const data = useData();
  const services = useRecords([{ type: 'service', where: [] }], mostServices);
  const statements = useRecords([{ type: 'conformance-statement', where: [] }], mostStatements);
  const today = localDate(useNow(), data.zone);
  return useMemo(() => {
    if (!services || !statements) return undefined;
    const thisYear = Number(today.slice(0, 4));
    const cycles = config.all('conformance-cycle');
    const known = [...statements, ...cycles].map(({ fields }) => Number(fields['year']));
    const years = [...new Set([...known, thisYear, thisYear + 1])].toSorted((a, b) => b - a);
    return {
      services,
      statements,
      exceptions: config.all('conformance-exception'),
      cycles,
      today,
      thisYear,
      years,
    };
  }, [services, statements, config, today]);
}

/** The register of a year. */
export function useRegister(conformance: Conformance, year: number): readonly RegisterRow[] {
  return useMemo(() => registerOf(conformance, year), [conformance, year]);
}

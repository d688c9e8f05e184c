import { useMemo } from 'react';
import { useConfig, useData, useRecordsById } from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { textOf } from '#shared/definition/record.ts';
import { stepsOf } from '#shared/processes/improvement/conformance-plan.ts';
import { registerOf, type RegisterRow } from '#shared/processes/improvement/conformance-register.ts';
import type { ReportSource } from './report.ts';
import { useProfiles } from './use-capability.ts';
import { useConformance, type Conformance } from './use-register.ts';

const noRows: readonly RegisterRow[] = [];

export interface Report extends ReportSource {
  readonly conformance: Conformance;
  /** Ids of all records that stand in it or are named there. */
  readonly ids: readonly string[];
}

/** The report of a year, live; undefined until all of it is read. @param component record id; '' for the whole unit. */
export function useReport(year: number, component: string): Report | undefined {
  const data = useData();
  const config = useConfig();
  const conformance = useConformance();
  const rows = useMemo(
    () =>
      conformance
        ? registerOf(conformance, year).filter((row) => component === '' || row.component === component)
        : noRows,
    [conformance, year, component],
  );
  const stated = rows.flatMap(({ statement }) => statement ?? []);
  const planIds = [...new Set(stated.map((one) => textOf(one, 'planRecord')).filter((id) => id !== ''))];
  const plans = useRecordsById(planIds);
  const profiles = useProfiles(stated.map((one) => textOf(one, 'managementCapability')));
  const owners = (plans ?? []).flatMap((plan) => [
    textOf(plan, 'component'),
    ...stepsOf(plan).map(({ owner }) => (typeof owner === 'string' ? owner : '')),
  ]);
  const named = [
    ...rows.flatMap(({ component: of, service, exception }) => [
      of,
      textOf(service, 'owner'),
      exception?.record.id ?? '',
    ]),
    ...planIds,
    ...owners,
  ].filter((id) => id !== '');
  const names = useTitles(named);
  if (!conformance || !plans || !profiles) return undefined;
  const ids = [
    ...new Set([
      ...named,
      ...rows.map(({ service }) => service.id),
      ...stated.map(({ id }) => id),
      ...profiles.keys(),
    ]),
  ];
  return { rows, year, plans, profiles, config, names, asOf: data.now(), conformance, ids };
}

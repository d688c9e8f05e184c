import { useMemo } from 'react';
import { useConfig, useNames, useSyncStatus, type Row } from '#renderer/data/data.ts';
import { useShowMarkings } from '#renderer/session/shown-markings.ts';
import { usualMarking } from '#shared/engine/marking.ts';

/**
 * Titles of records by id, live, as they stand in texts: with the marking in brackets before them where it differs from what records here
 * carry. The banner knows of them as long as they are shown. An id that is not known stands for itself.
 */
export function useTitles(ids: readonly string[]): ReadonlyMap<string, string> {
  const names = useNames(ids);
  const usual = usualMarking(useConfig());
  useShowMarkings([...names.values()].flatMap(({ marking }) => (marking === usual ? [] : [marking])));
  return useMemo(
    () => new Map([...names].map(([id, { title, marking }]) => [id, markedTitle(title, marking, usual)])),
    [names, usual],
  );
}

/** The same, and names of the unit's devices and hubs by their replica ids. */
export function useTitlesAndDevices(ids: readonly string[]): ReadonlyMap<string, string> {
  const titles = useTitles(ids);
  const { devices } = useSyncStatus();
  return useMemo(() => new Map([...Object.entries(devices), ...titles]), [titles, devices]);
}

/** Titles of the records that a row names, as they stand in texts. */
export function useRowTitles(row: Row): (id: string) => string {
  const usual = usualMarking(useConfig());
  return (id) => markedTitle(row.labels[id] ?? id, row.markings[id] ?? '', usual);
}

function markedTitle(title: string, marking: string, usual: string): string {
  return marking === '' || marking === usual ? title : `(${marking}) ${title}`;
}

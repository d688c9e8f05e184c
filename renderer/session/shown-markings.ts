import { useEffect, useId } from 'react';
import { create } from 'zustand';
import { highestMarking } from '#shared/definition/marking.ts';
import { useUnit } from './unit.ts';

interface ShownMarkings {
  /** By the part of the page that shows them. */
  readonly shown: ReadonlyMap<string, string>;
  /** Of the page that is to be printed, as far as it stands there whole. */
  readonly paper: string | undefined;
}

const useShownMarkings = create<ShownMarkings>(() => ({ shown: new Map(), paper: undefined }));

/** Tells the banner how that is marked which a part of the page shows. */
export function useShowMarkings(markings: readonly string[]): void {
  const part = useId();
  const highest = highestMarking(markings.filter((one) => one !== ''));
  useEffect(() => {
    if (highest === '') return undefined;
    useShownMarkings.setState(({ shown }) => ({ shown: new Map(shown).set(part, highest) }));
    return () =>
      useShownMarkings.setState(({ shown }) => ({
        shown: new Map([...shown].filter(([key]) => key !== part)),
      }));
  }, [part, highest]);
}

/** Tells how the sheets of this page are marked; undefined while that is not known. */
export function useMarkPaper(marking: string | undefined): void {
  useEffect(() => {
    useShownMarkings.setState({ paper: marking });
    return () => useShownMarkings.setState({ paper: undefined });
  }, [marking]);
}

/** What the banner says: the unit's marking, as any of its records may come into view, or what is shown if that is higher. */
export function useBannerMarking(): string {
  const { marking } = useUnit();
  return useShownMarkings(({ shown }) => highestMarking([marking, ...shown.values()]));
}

/** What printed sheets say: the highest of what stands on them where that is known, else as the banner. */
export function usePaperMarking(): string {
  const banner = useBannerMarking();
  return useShownMarkings(({ paper }) => paper) ?? banner;
}

/** A marking as it stands in the name of a file. */
export function fileMarking(marking: string): string {
  return marking.replaceAll(/[^\p{L}\p{N}-]+/gu, ' ').trim();
}

/** What the frame showed last on this device, for the moment before the workspace is open. */
export interface LastFrame {
  readonly marking: string;
  readonly shortName: string;
}

const key = 'outpost.frame';

/** Undefined on a device that never had a unit, or whose browser keeps nothing. */
export function readLastFrame(): LastFrame | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('marking' in kept) || !('shortName' in kept))
      return undefined;
    const { marking, shortName } = kept;
    return typeof marking === 'string' && typeof shortName === 'string' ? { marking, shortName } : undefined;
  } catch {
    return undefined;
  }
}

export function keepLastFrame(frame: LastFrame): void {
  try {
    localStorage.setItem(key, JSON.stringify(frame));
  } catch {
    // Without it the next start shows an empty banner for a moment.
  }
}

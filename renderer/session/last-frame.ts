const key = 'outpost.frame';

/**
 * The marking that stood over the last page on this device, for the moment before the workspace is open; nothing else of it
 * is kept in the clear. Undefined on a device that never had a unit, or whose browser keeps nothing.
 */
export function readLastMarking(): string | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('marking' in kept)) return undefined;
    return typeof kept.marking === 'string' ? kept.marking : undefined;
  } catch {
    return undefined;
  }
}

export function keepLastMarking(marking: string): void {
  try {
    localStorage.setItem(key, JSON.stringify({ marking }));
  } catch {
    // Without it the next start shows no banner for a moment.
  }
}

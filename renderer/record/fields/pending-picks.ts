const pending = new Set<Promise<unknown>>();

/** Somebody chose before the answer was there: whoever saves waits for it. */
export function trackPick(pick: Promise<unknown>): void {
  pending.add(pick);
  void pick.catch(() => undefined).then(() => pending.delete(pick));
}

/** Settles when every choice that was made so far stands in its field. */
export async function picksSettled(): Promise<void> {
  await Promise.allSettled(pending);
}

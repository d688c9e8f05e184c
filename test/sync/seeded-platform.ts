import { Chance } from './chance.ts';

/** While the work runs, chance comes from the seed and calls between hubs go through the simulated network. */
export async function withSeededPlatform<Result>(
  seed: number,
  fetch: typeof globalThis.fetch,
  work: () => Promise<Result>,
): Promise<Result> {
  const chance = new Chance(seed ^ 0x5eed);
  const before = { fetch: globalThis.fetch, getRandomValues: crypto.getRandomValues.bind(crypto) };
  globalThis.fetch = fetch;
  crypto.getRandomValues = (target) => {
    if (target instanceof Uint8Array) target.set(chance.bytes(target.length));
    return target;
  };
  try {
    return await work();
  } finally {
    globalThis.fetch = before.fetch;
    crypto.getRandomValues = before.getRandomValues;
  }
}

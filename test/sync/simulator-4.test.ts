import { vi } from 'vitest';
import { testSeeds } from './all-seeds.ts';

vi.mock(import('@noble/curves/ed25519.js'), async (original) => {
  const [real, { nativeSignatures }] = await Promise.all([original(), import('./native-signatures.ts')]);
  return { ...real, ed25519: nativeSignatures(real.ed25519) };
});

testSeeds(1501, 500);

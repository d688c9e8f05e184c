import { testSeeds } from './all-seeds.ts';

testSeeds(1, 500);

import { testSeeds } from './all-seeds.ts';

testSeeds(1001, 500);

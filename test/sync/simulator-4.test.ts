import { testSeeds } from './all-seeds.ts';

testSeeds(1501, 500);

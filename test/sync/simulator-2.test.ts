import { testSeeds } from './all-seeds.ts';

testSeeds(501, 500);

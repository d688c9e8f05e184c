import { indicatorsSchema } from '#shared/library/indicators.ts';
import file from './indicators.json';

/** The shipped indicators of all process attributes, in order of levels. */
export const indicators = indicatorsSchema.parse(file);

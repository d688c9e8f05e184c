import { attributeCodes } from '../assessment/attributes.ts';
import type { Catalogue } from './catalogue.ts';
import type { Metric } from './process.ts';

/**
 * Faults of what a metric says it is a sign of: an outcome of a declared process (IM-O2), an outcome of an attribute
 * (PA2.1-O5), or an attribute (2.1). How many outcomes an attribute has is known to the library, which a test holds it against.
 */
export function signFaults({ signOf }: Metric, catalogue: Catalogue): readonly string[] {
  return signOf.flatMap((code): readonly string[] => {
    const [, whole, part] = /^(?:(\d\.\d)|PA(\d\.\d)-O[1-9]\d*)$/.exec(code) ?? [];
    const attribute = whole ?? part;
    if (attribute !== undefined) {
      return attributeCodes.some((known) => known === attribute)
        ? []
        : [`it is a sign of “${code}”, and there is no attribute ${attribute}.`];
    }
    const [, process = '', place = ''] = /^(.+)-O([1-9]\d*)$/.exec(code) ?? [];
    const outcomes = catalogue.process(process)?.outcomes.length ?? 0;
    return Number(place) >= 1 && Number(place) <= outcomes
      ? []
      : [`it is a sign of “${code}”, which is no outcome of a process that is declared.`];
  });
}

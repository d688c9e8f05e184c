import { readModel } from '#shared/library/read-model.ts';
import type { ReferenceModel } from '#shared/library/model.ts';
import flows from './desmf/flows.json';
import model from './desmf/model.json';

const processFiles = import.meta.glob<unknown>('./desmf/processes/*.json', {
  eager: true,
  import: 'default',
});

function readShipped(): ReferenceModel {
  const read = readModel({ ...model, processes: Object.values(processFiles), flows });
  if (!read.ok) throw new Error(read.error.map(({ message }) => message).join('\n'));
  return inOrder(read.value);
}

/** Files come by name; people expect the order of the framework: by domain, then by section. */
function inOrder(unordered: ReferenceModel): ReferenceModel {
  const domains = unordered.domains.map(({ code }) => code);
  const place = ({ domain, sources }: ReferenceModel['processes'][number]): readonly [number, number] => [
    domains.indexOf(domain),
    Number(sources.find(({ part }) => part === 'purpose')?.section.split('.')[2] ?? 0),
  ];
  const processes = unordered.processes.toSorted((one, other) => {
    const [domain, section] = place(one);
    const [otherDomain, otherSection] = place(other);
    return domain - otherDomain || section - otherSection;
  });
  return { ...unordered, processes };
}

/** The shipped model, put together from its files and checked like an imported one. Import it lazily: it is 240 kB. */
export const desmf = readShipped();

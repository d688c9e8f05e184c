import { paths } from '#renderer/record/navigation.ts';
import type { RoleFault } from '#shared/engine/role-faults.ts';

interface MendLink {
  readonly href: string;
  readonly label: string;
}

/** Where a fault is mended: the records that it is about, or the form of a new assignment. */
export function mendLinks({ about, kind, records }: RoleFault): readonly MendLink[] {
  if (kind === 'noAccountable' && 'process' in about) {
    return [{ href: `/process/${about.process}`, label: 'Look at the process' }];
  }
  if (records.length === 0 && 'process' in about) {
    const { process } = about;
    const given = { name: `Process owner, ${process}`, role: 'processOwner', scope: 'process', process };
    return [{ href: paths.create('assignment', given), label: 'Assign an owner' }];
  }
  return records.map((id, index) => ({
    href: paths.record(id),
    label: 'service' in about && index === 0 ? 'Open the service' : 'Open the assignment',
  }));
}

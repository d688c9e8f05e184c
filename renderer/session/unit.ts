import { useMemo } from 'react';
import { useConfig } from '#renderer/data/data.ts';
import { textOf } from '#shared/definition/record.ts';

export interface Unit {
  readonly id: string | undefined;
  readonly name: string;
  readonly shortName: string;
  /** IANA zone of local times. */
  readonly zone: string;
  readonly marking: string;
  readonly markingNote: string;
}

const nobody: Unit = {
  id: undefined,
  name: '',
  shortName: '',
  zone: 'UTC',
  marking: 'UNCLASSIFIED',
  markingNote: '',
};

/** The unit this workspace belongs to; neutral values before it is set up. */
export function useUnit(): Unit {
  const config = useConfig();
  return useMemo(() => {
    const [unit] = config.all('unit').filter(({ state }) => state === 'active');
    if (!unit) return nobody;
    return {
      id: unit.id,
      name: textOf(unit, 'name'),
      shortName: textOf(unit, 'shortName') || textOf(unit, 'name'),
      zone: textOf(unit, 'zone') || 'UTC',
      marking: textOf(unit, 'marking') || nobody.marking,
      markingNote: textOf(unit, 'markingNote'),
    };
  }, [config]);
}

import { Fragment } from 'react';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { textOf } from '#shared/definition/record.ts';
import type { RoleFacts } from '#shared/engine/role-faults.ts';

interface PersonLinksProps {
  readonly ids: readonly string[];
  readonly facts: RoleFacts;
}

/** Names of people, each leading to the person; a dash where there is nobody. */
export function PersonLinks({ ids, facts }: PersonLinksProps) {
  if (ids.length === 0) return '–';
  return ids.map((id, index) => {
    const person = facts.people.find((one) => one.id === id);
    return (
      <Fragment key={id}>
        {index > 0 && ', '}
        <AppLink href={`/record/${id}`}>{person ? textOf(person, 'name') : id}</AppLink>
      </Fragment>
    );
  });
}

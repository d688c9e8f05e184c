import type { Query } from '#shared/definition/query.ts';

/** Those who may make accounts. */
export const administrators: Query = {
  type: 'person',
  where: [
    { column: 'state', in: ['active'] },
    { column: 'roles', in: ['administrator'] },
  ],
  sort: [{ column: 'name' }],
};

export const mostAdministrators = 50;

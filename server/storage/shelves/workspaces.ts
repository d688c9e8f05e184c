import type { Kysely } from 'kysely';
import type { Tables, WorkspaceRow } from '../tables.ts';

export interface NewWorkspace {
  readonly id: string;
  readonly name: string;
  readonly marking: string;
  readonly madeAt: number;
}

export interface Workspaces {
  add(workspace: NewWorkspace): Promise<void>;
  find(id: string): Promise<WorkspaceRow | undefined>;
  list(): Promise<readonly WorkspaceRow[]>;
  /** The directory changed: gives it the next version. */
  raiseDirectory(id: string): Promise<void>;
}

export function workspacesIn(db: Kysely<Tables>): Workspaces {
  return {
    async add(workspace) {
      await db
        .insertInto('workspaces')
        .values({ ...workspace, nextArrival: 1, directoryVersion: 1 })
        .execute();
    },
    find: (id) => db.selectFrom('workspaces').selectAll().where('id', '=', id).executeTakeFirst(),
    list: () => db.selectFrom('workspaces').selectAll().orderBy('madeAt').orderBy('id').execute(),
    async raiseDirectory(id) {
      await db
        .updateTable('workspaces')
        .set((update) => ({ directoryVersion: update('directoryVersion', '+', 1) }))
        .where('id', '=', id)
        .execute();
    },
  };
}

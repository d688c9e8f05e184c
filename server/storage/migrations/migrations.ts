import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../engine.ts';
import { first } from './001-first.ts';
import { leasesAndBounds } from './002-leases-and-bounds.ts';
import { attachments } from './003-attachments.ts';
import { agreement } from './004-agreement.ts';
import { rulings } from './005-rulings.ts';
import { adminSessions } from './006-admin-sessions.ts';

export type MigrationStep = (db: Kysely<unknown>, types: ColumnTypes) => Promise<void>;

/** In the order in which they run; a number is never reused and a step never changed. */
export const migrations: Readonly<Record<string, MigrationStep>> = {
  '001-first': first,
  '002-leases-and-bounds': leasesAndBounds,
  '003-attachments': attachments,
  '004-agreement': agreement,
  '005-rulings': rulings,
  '006-admin-sessions': adminSessions,
};

import type { Kysely } from 'kysely';
import type { Shelves } from '../storage.ts';
import type { Tables } from '../tables.ts';
import { adminSessionsIn } from './admin-sessions.ts';
import { adminTriesIn } from './admin-tries.ts';
import { blobErrandsIn } from './blob-errands.ts';
import { blobHoldersIn } from './blob-holders.ts';
import { blobsIn } from './blobs.ts';
import { codesIn } from './codes.ts';
import { deadLettersIn } from './dead-letters.ts';
import { leasesIn } from './leases.ts';
import { logsIn } from './logs.ts';
import { replicasIn } from './replicas.ts';
import { rulingsIn } from './rulings.ts';
import { settingsIn } from './settings.ts';
import { tokensIn } from './tokens.ts';
import { upstreamsIn } from './upstreams.ts';
import { workspacesIn } from './workspaces.ts';

/** All that is kept, on a connection or within a transaction. */
export function shelvesIn(db: Kysely<Tables>): Shelves {
  return {
    settings: settingsIn(db),
    workspaces: workspacesIn(db),
    replicas: replicasIn(db),
    codes: codesIn(db),
    logs: logsIn(db),
    deadLetters: deadLettersIn(db),
    blobs: blobsIn(db),
    blobHolders: blobHoldersIn(db),
    blobErrands: blobErrandsIn(db),
    upstreams: upstreamsIn(db),
    tokens: tokensIn(db),
    adminSessions: adminSessionsIn(db),
    adminTries: adminTriesIn(db),
    leases: leasesIn(db),
    rulings: rulingsIn(db),
  };
}

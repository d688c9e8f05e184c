import type { Generated, Selectable } from 'kysely';

/** Times are epoch milliseconds, hashes and keys plain bytes; secrets (codes, tokens, sessions) are kept as SHA-256 only. */
export interface Tables {
  settings: SettingsTable;
  workspaces: WorkspacesTable;
  replicas: ReplicasTable;
  logs: LogsTable;
  segments: SegmentsTable;
  codes: CodesTable;
  deadLetters: DeadLettersTable;
  blobs: BlobsTable;
  blobChunks: BlobChunksTable;
  blobHolders: BlobHoldersTable;
  blobErrands: BlobErrandsTable;
  upstreams: UpstreamsTable;
  tokens: TokensTable;
  adminSessions: AdminSessionsTable;
  adminTries: AdminTriesTable;
  leases: LeasesTable;
  recordRuns: RecordRunsTable;
  actorRuns: ActorRunsTable;
  findings: FindingsTable;
  rulingProgress: RulingProgressTable;
}

interface SettingsTable {
  name: string;
  value: string;
}

interface WorkspacesTable {
  id: string;
  name: string;
  marking: string;
  madeAt: number;
  /** Arrival number that the next segment gets. Its row is the lock of the workspace. */
  nextArrival: number;
  directoryVersion: number;
}

export type ReplicaKind = 'device' | 'hub';

interface ReplicasTable {
  workspace: string;
  replica: string;
  name: string;
  shortCode: string;
  kind: ReplicaKind;
  signKey: Uint8Array;
  boxKey: Uint8Array;
  enrolledAt: number;
  /** Hash of the code it enrolled with; null where another hub enrolled it. */
  codeHash: string | null;
  /** The hub (a replica of this workspace) whose directory it came with. */
  through: string | null;
  revokedAt: number | null;
  lastContact: number | null;
  /** What it said it holds, as JSON of a vector. */
  holds: string | null;
  /** Dead letters that it sent and of which nothing is left but this count. */
  deadForgotten: Generated<number>;
}

/** End of each replica's log as it is held here. */
interface LogsTable {
  workspace: string;
  replica: string;
  held: number;
  /** Hash of the entry `held`, base64url. */
  head: string;
  bytes: number;
  receivedAt: number;
}

interface SegmentsTable {
  workspace: string;
  arrival: number;
  replica: string;
  first: number;
  last: number;
  /** Hashes of the entry before `first` ('' for none) and of `last`, base64url. */
  prev: string;
  head: string;
  signature: Uint8Array | null;
  /** Replica that brought it. */
  via: string;
  receivedAt: number;
  size: number;
  bytes: Uint8Array;
}

interface CodesTable {
  hash: string;
  /** Names it in lists; the code itself cannot be had again. */
  id: string;
  workspace: string;
  label: string;
  kind: ReplicaKind;
  madeAt: number;
  expiresAt: number;
  usedAt: number | null;
  usedBy: string | null;
  cancelledAt: number | null;
}

interface DeadLettersTable {
  id: string;
  workspace: string;
  replica: string;
  first: number;
  last: number;
  /** SHA-256 of the bytes, hexadecimal. */
  bytesHash: string;
  code: string;
  message: string;
  via: string;
  receivedAt: number;
  signature: Uint8Array | null;
  /** As it came; `bytes` are empty once they were let go. */
  size: number;
  bytes: Uint8Array;
  letGoAt: number | null;
}

interface BlobsTable {
  workspace: string;
  hash: string;
  size: number;
  received: number;
  completedAt: number | null;
  startedAt: number;
  /** 1, 2, 3 … in the order in which contents of the workspace became whole; null before. */
  number: number | null;
}

interface BlobChunksTable {
  workspace: string;
  hash: string;
  start: number;
  bytes: Uint8Array;
}

/** A replica that is known to hold the whole of a content. */
interface BlobHoldersTable {
  workspace: string;
  replica: string;
  hash: string;
}

/** A content that this hub and a hub above do not both hold. */
interface BlobErrandsTable {
  upstream: string;
  hash: string;
  kind: 'send' | 'fetch';
  size: number;
  /** `sizeClass` of its size, and its number at the hub that holds it: small and new ones go first. */
  sizeClass: number;
  number: number;
  tries: number;
  /** Not before, epoch ms. */
  dueAt: number;
  /** Why the last try failed. */
  problem: string | null;
}

interface UpstreamsTable {
  id: string;
  /** Workspace here that is relayed. */
  workspace: string;
  address: string;
  /** Id and Ed25519 key of the hub there, as it gave them at the enrolment. */
  hub: string;
  hubKey: Uint8Array;
  enrolledAt: number;
  /** Version of its directory that was taken over, and of the own one that was told to it. */
  directoryTaken: number;
  directoryTold: number;
  /** Numbers up to which own contents, and those there, were looked through; and its epoch then. */
  blobsTold: number;
  blobsSeen: number;
  blobsEpoch: string | null;
  stoppedAt: number | null;
  lastContact: number | null;
  lastProblem: string | null;
  /** What both hold alike, as JSON of a vector, and the epochs of both when that was found. */
  agreed: string | null;
  epoch: string | null;
}

interface TokensTable {
  hash: string;
  label: string;
  madeAt: number;
  lastUsedAt: number | null;
  revokedAt: number | null;
}

interface AdminSessionsTable {
  /** SHA-256 of what the browser keeps, hexadecimal. */
  hash: string;
  /** Hash of the token that it was begun with. */
  token: string;
  /** Where it was begun. */
  address: string;
  madeAt: number;
  usedAt: number;
}

/** Wrong tokens that came to the administration. */
interface AdminTriesTable {
  /** An address, or '*' for all together. */
  source: string;
  /** 0: the last one was right. */
  failures: number;
  failedAt: number;
}

interface LeasesTable {
  name: string;
  /** Random id of a process; '' where nobody holds it. */
  holder: string;
  /** Grows as long as the holder lives. */
  beat: number;
}

/** A stored run that holds entries of a record. */
interface RecordRunsTable {
  workspace: string;
  record: string;
  arrival: number;
  type: string;
}

/** A stored run that holds entries of a person, and the latest time that one of them claims. */
interface ActorRunsTable {
  workspace: string;
  actor: string;
  arrival: number;
  latest: number;
}

/** What was found of an entry, other than that it stands and nobody was told anything else. */
interface FindingsTable {
  workspace: string;
  replica: string;
  seq: number;
  record: string;
  type: string;
  actor: string;
  finding: 'aside' | 'waits' | 'stands';
  /** '' unless it is set aside. */
  code: string;
  reason: string;
  /** Own logs that told it to be set aside, as JSON of a list of replica ids. */
  told: string;
}

interface RulingProgressTable {
  workspace: string;
  /** Arrival numbers up to which runs are in the index, and judged. */
  indexed: number;
  judged: number;
  /** The own log that rulings go into, and its end as it was written here last. */
  log: string;
  logSeq: number;
  logHead: string;
}

export type ReplicaRow = Selectable<ReplicasTable>;
export type WorkspaceRow = Selectable<WorkspacesTable>;

export type SegmentRow = Selectable<SegmentsTable>;
export type CodeRow = Selectable<CodesTable>;
export type DeadLetterRow = Selectable<DeadLettersTable>;
export type UpstreamRow = Selectable<UpstreamsTable>;
export type AdminSessionRow = Selectable<AdminSessionsTable>;
export type AdminTriesRow = Selectable<AdminTriesTable>;
export type LeaseRow = Selectable<LeasesTable>;
export type BlobErrandRow = Selectable<BlobErrandsTable>;
export type RecordRunRow = Selectable<RecordRunsTable>;
export type ActorRunRow = Selectable<ActorRunsTable>;
export type FindingRow = Selectable<FindingsTable>;
export type RulingProgressRow = Selectable<RulingProgressTable>;

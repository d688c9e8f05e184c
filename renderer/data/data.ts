// The public entry of renderer/data: what the rest of the renderer uses.
export { DataProvider, useData } from './context.ts';
export {
  useConfig,
  useCounts,
  useNames,
  useNow,
  useQuery,
  useRecord,
  useRecords,
  useRecordsById,
  useSearch,
  useSummary,
  useTally,
  useTimeline,
} from './hooks.ts';
export { useAsOf, useRecordAsOf } from './as-of-hooks.ts';
export type { StoodThen } from './as-of.ts';
export { useMeasures } from './use-measures.ts';
export { useDraft, usePreference, useSavedFilters } from './local-hooks.ts';
export { useFilePlaces } from './attachments/use-file-places.ts';
export type { AttachmentPlace } from './attachments/attachments.ts';
export { startData } from './start.ts';
export { findDevice, type LockedDevice, type OpenDevice } from './vault/open-device.ts';
export type { WayIn } from './vault/device-lock.ts';
export { authenticatorRefusal, makeFactor } from './vault/authenticator.ts';
export type { NewCredential } from '#shared/trust/seat.ts';
export type { Account } from './vault/accounts.ts';
export type { Access, Recovery } from './vault/access.ts';
export { useAccess } from './vault/use-access.ts';
export { useKeyChange } from './vault/use-key-change.ts';
export { roundOf } from './vault/key-change.ts';
export type { Pins } from './vault/pins.ts';
export { readProblem } from './storage-problem.ts';
export type { RuledEntry } from './ruled-entries.ts';
export { useRuledAside } from './use-ruled.ts';
export { useAsides, useExchanges, useSyncStatus } from './sync/sync-hooks.ts';
export type {
  AsideInfo,
  BundleChecked,
  BundleFiles,
  BundleOpened,
  BundleReceiver,
  ExchangeRow,
  FilesStatus,
  HubInfo,
  HubStatus,
  LinkProfile,
  SyncStatus,
  Waiting,
} from './sync/protocol.ts';
export type { ScriptedCommand } from './batch.ts';
export type { QueryResult, Row } from './index/protocol.ts';
export { rowsOf } from './rows-of.ts';
export { useVerification } from './verify/use-verification.ts';
export type { VerifyResult } from './verify/protocol.ts';
export {
  auditKinds,
  type AuditEntry,
  type AuditFilter,
  type AuditKind,
  type AuditPage,
} from './audit/audit-entry.ts';
export type { CheckedExport } from './audit/check-export.ts';
export { useAuditPage } from './audit/use-audit-page.ts';
export { useRedactionChoices, useRedactions } from './redaction/use-redactions.ts';
export type { RedactionChoice, RedactionInfo } from './redaction/redactions.ts';
export type { TimelineItem } from './timeline.ts';
export type { SummaryGroup } from './data-parts.ts';
export type { Data } from './workspace-data.ts';
export type { Done } from './writer-parts.ts';

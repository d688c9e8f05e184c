import type { Actor } from '#shared/definition/permission.ts';
import { readAudit } from '#shared/processes/support/rights.ts';
import type { DataParts } from '../data-parts.ts';
import { readIdentity } from '../identity.ts';
import { readRuled, type RuledEntry } from '../ruled-entries.ts';
import type { AuditEntry, AuditFilter, AuditPage, AuditSource } from './audit-entry.ts';
import { auditBatches } from './audit-reader.ts';
import { checkExport, type CheckedExport } from './check-export.ts';
import { signedExport, type ExportTerms } from './signed-export.ts';

/** The log as people read it: who did what, when, from which device. */
export class AuditTrail {
  readonly #parts: Pick<DataParts, 'database' | 'catalogue' | 'clock'>;
  readonly #actor: () => Actor;

  constructor(parts: Pick<DataParts, 'database' | 'catalogue' | 'clock'>, actor: () => Actor) {
    this.#parts = parts;
    this.#actor = actor;
  }

  /** Whether who asks sees the entries of everybody; others see their own. */
  get seesAll(): boolean {
    return readAudit.allows(this.#actor(), undefined);
  }

  /** A page of entries, newest arrivals first. @param before arrival number that the page ends in front of. */
  async page(filter: AuditFilter, most: number, before = Infinity): Promise<AuditPage> {
    const entries: AuditEntry[] = [];
    for await (const batch of this.all(filter, before)) {
      for (const { shown } of batch) {
        if (entries.length === most) return { entries, next: entries.at(-1)?.n ?? 1 };
        entries.push(shown);
      }
    }
    return { entries };
  }

  /** All entries that fit, in batches, for exports. */
  async *all(filter: AuditFilter, before = Infinity): AsyncGenerator<readonly AuditSource[]> {
    const { database, catalogue } = this.#parts;
    const identity = await readIdentity(database);
    const own = identity ? [identity.replica, ...(identity.earlier ?? [])] : [];
    yield* auditBatches({ database, catalogue, actor: this.#actor(), own }, filter, before);
  }

  /** What hubs set aside, the newest first: administrators see all of it, others what they wrote. */
  ruledAside(): Promise<readonly RuledEntry[]> {
    return readRuled({ ...this.#parts, actor: this.#actor() });
  }

  /** The entries that fit as a file that is signed by this device: UTF-8 JSON. */
  signedExport(filter: AuditFilter, terms: ExportTerms): Promise<Uint8Array> {
    return signedExport(this.#parts, this.all(filter), terms);
  }

  /** Whether such a file is as it was signed, and by whom. @throws ProblemError OUT-VER-020, OUT-VER-021 */
  checkExport(name: string, bytes: Uint8Array): Promise<CheckedExport> {
    return checkExport(this.#parts.database, name, bytes);
  }
}

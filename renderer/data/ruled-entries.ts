import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { foldRecord, refOf } from '#shared/changelog/fold.ts';
import type { AsideState, FoldState } from '#shared/changelog/fold-state.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import { shapeOf } from '#shared/engine/shape.ts';
import type { EntryRef } from '#shared/kernel/ids.ts';
import { own } from '#shared/kernel/own.ts';
import { administer } from '#shared/processes/support/rights.ts';
import type { OutpostDatabase, RecordRow } from './database.ts';
import { readEntries } from './log.ts';
import { itemOfEntry, type TimelineItem } from './timeline.ts';

/** An entry that a hub set aside, as whoever may look at it sees it. */
export interface RuledEntry {
  readonly ref: EntryRef;
  /** Replica id. */
  readonly replica: string;
  /** Epoch ms by its author's clock. */
  readonly at: number;
  /** Record id of its author. */
  readonly person: string;
  readonly type: string;
  readonly record: string;
  readonly ruling: AsideState;
  /** The record is there without it, and can be opened. */
  readonly hasRecord: boolean;
  /** What it says; absent where the reader may not see the record. */
  readonly seen?: { readonly number: string; readonly title: string; readonly item: TimelineItem };
}

export interface RuledParts {
  readonly database: OutpostDatabase;
  readonly catalogue: Catalogue;
  readonly actor: Actor;
}

/** What hubs set aside here, the newest first: administrators see all, others what they wrote themselves. */
export async function readRuled(parts: RuledParts): Promise<readonly RuledEntry[]> {
  const rows = await parts.database.records.where('asides').above(0).toArray();
  const found: RuledEntry[] = [];
  for (const row of rows) found.push(...(await ruledIn(parts, row)));
  return found.toSorted((a, b) => b.at - a.at);
}

async function ruledIn(
  { database, catalogue, actor }: RuledParts,
  row: RecordRow,
): Promise<readonly RuledEntry[]> {
  const { aside = {} } = row.state;
  const entries = await readEntries(database, row);
  const seesAll = administer.allows(actor, undefined);
  const ruled = entries.filter(
    (entry) => own(aside, refOf(entry)) && (seesAll || (entry.actor === actor.id && actor.id !== '')),
  );
  if (ruled.length === 0) return [];
  const type = catalogue.type(row.type);
  const hasRecord = type !== undefined && projectRecord(row.state, shapeOf(type)) !== undefined;
  const view = type && projectRecord(asIfNobodyRuled(entries), shapeOf(type));
  return ruled.flatMap((entry): readonly RuledEntry[] => {
    const ruling = own(aside, refOf(entry));
    const seen = view && sight(catalogue, actor, entry, view);
    if (!ruling) return [];
    return [
      {
        ref: refOf(entry),
        replica: entry.replica,
        at: entry.stamp.wall,
        person: entry.actor,
        type: entry.type,
        record: entry.record,
        ruling,
        hasRecord,
        ...(seen ? { seen } : {}),
      },
    ];
  });
}

/** A record whose making was set aside has no number or title, and the rules of sight ask for it. */
function asIfNobodyRuled(entries: readonly Entry[]): FoldState {
  return foldRecord(entries.filter(({ body }) => body.kind !== 'rule'));
}

function sight(
  catalogue: Catalogue,
  actor: Actor,
  entry: Entry,
  view: RecordView,
): RuledEntry['seen'] | undefined {
  const type = catalogue.type(entry.type);
  if (!type?.see.allows(actor, view)) return undefined;
  const isVisible = (name: string) => type.fields[name]?.visibleTo?.allows(actor, view) ?? true;
  const title = isVisible(type.views.title) ? textOf(view, type.views.title) : '';
  return { number: view.number, title, item: itemOfEntry(type, view, entry, isVisible) };
}

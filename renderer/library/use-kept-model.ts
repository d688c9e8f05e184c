import { useEffect, useState } from 'react';
import { readProblem, useConfig, useData, type Data } from '#renderer/data/data.ts';
import type { Attachment, RecordView } from '#shared/definition/record.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import type { ReferenceModel } from '#shared/library/model.ts';
import { readModelBytes } from '#shared/library/read-model.ts';
import { contentsOf } from '#shared/processes/improvement/model-contents.ts';

/** A reference model, or why there is none to show. */
export type ModelState =
  | { readonly kind: 'ready'; readonly model: ReferenceModel; readonly record?: RecordView }
  | { readonly kind: 'reading' }
  /** No record of that id is here. */
  | { readonly kind: 'unknown' }
  /** Its record was never given a file. */
  | { readonly kind: 'empty'; readonly record: RecordView }
  /** The file that its record names is not on this device yet. */
  | { readonly kind: 'absent'; readonly record: RecordView; readonly file: Attachment }
  | { readonly kind: 'faulty'; readonly record: RecordView; readonly problems: readonly Problem[] };

type Contents = Result<ReferenceModel, readonly Problem[]>;

/** What was read and checked once, by hash: a content never changes. */
const known = new WeakMap<Data, Map<string, Contents>>();

/** What the file of a model holds; undefined where it is not on this device. It was checked where it was imported, and is again: nothing from elsewhere is believed. */
async function readContents(data: Data, hash: string, name: string): Promise<Contents | undefined> {
  const cache = known.get(data) ?? new Map<string, Contents>();
  known.set(data, cache);
  const before = cache.get(hash);
  if (before) return before;
  const place = (await data.attachments.places([hash])).get(hash);
  if (place?.here !== 'whole') return undefined;
  const contents = readModelBytes(name, await data.attachments.read(hash));
  cache.set(hash, contents);
  return contents;
}

/** A model that this unit keeps, by the id of its record. Live: a file that arrives later shows by itself. */
export function useKeptModel(id: string | undefined): ModelState {
  const data = useData();
  const record = useConfig().get(id ?? '');
  const file = record && contentsOf(record);
  const { hash, name } = file ?? {};
  const [read, setRead] = useState<{ readonly hash: string; readonly contents: Contents | undefined }>();
  useEffect(() => {
    if (hash === undefined || name === undefined) return undefined;
    let isOver = false;
    const ends: (() => void)[] = [];
    const stop = () => {
      isOver = true;
      for (const end of ends) end();
    };
    const tell = (contents: Contents | undefined) => {
      if (isOver) return;
      setRead({ hash, contents });
      if (contents?.ok) stop();
    };
    const look = () =>
      void readContents(data, hash, name).then(tell, (error: unknown) => tell(err([readProblem(error)])));
    ends.push(data.onChange(look), data.sync.onStatus(look));
    look();
    return stop;
  }, [data, hash, name]);
  if (record?.type !== 'reference-model') return { kind: 'unknown' };
  if (!file) return { kind: 'empty', record };
  if (read?.hash !== hash) return { kind: 'reading' };
  if (!read?.contents) return { kind: 'absent', record, file };
  return read.contents.ok
    ? { kind: 'ready', model: read.contents.value, record }
    : { kind: 'faulty', record, problems: read.contents.error };
}

import { useCallback, useEffect, useState } from 'react';
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

/** Models that this unit keeps, by the ids of their records. Live: a file that arrives later shows by itself. */
export function useKeptModels(ids: readonly string[]): (id: string) => ModelState {
  const data = useData();
  const config = useConfig();
  const [read, setRead] = useState<ReadonlyMap<string, Contents | undefined>>(new Map());
  const files = [...new Set(ids)].flatMap((id) => {
    const record = config.get(id);
    return (record && contentsOf(record)) ?? [];
  });
  const wanted = JSON.stringify(files.map(({ hash, name }) => [hash, name]));
  useEffect(() => {
    const asked = JSON.parse(wanted) as readonly (readonly [hash: string, name: string])[];
    if (asked.length === 0) return undefined;
    let isOver = false;
    const ends: (() => void)[] = [];
    const stop = () => {
      isOver = true;
      for (const end of ends) end();
    };
    const tell = (found: readonly (Contents | undefined)[]) => {
      if (isOver) return;
      setRead(new Map(asked.map(([hash], index) => [hash, found[index]])));
      if (found.every((contents) => contents?.ok)) stop();
    };
    const look = () =>
      void Promise.all(
        asked.map(([hash, name]) =>
          readContents(data, hash, name).catch((error: unknown) => err([readProblem(error)])),
        ),
      ).then(tell);
    ends.push(data.onChange(look), data.sync.onStatus(look));
    look();
    return stop;
  }, [data, wanted]);
  return useCallback((id) => stateOf(config.get(id), read), [config, read]);
}

/** One of them. */
export function useKeptModel(id: string | undefined): ModelState {
  return useKeptModels(id === undefined ? [] : [id])(id ?? '');
}

function stateOf(
  record: RecordView | undefined,
  read: ReadonlyMap<string, Contents | undefined>,
): ModelState {
  if (record?.type !== 'reference-model') return { kind: 'unknown' };
  const file = contentsOf(record);
  if (!file) return { kind: 'empty', record };
  if (!read.has(file.hash)) return { kind: 'reading' };
  const contents = read.get(file.hash);
  if (!contents) return { kind: 'absent', record, file };
  return contents.ok
    ? { kind: 'ready', model: contents.value, record }
    : { kind: 'faulty', record, problems: contents.error };
}

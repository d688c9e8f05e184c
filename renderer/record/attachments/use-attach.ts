import { useCallback, useEffect, useRef, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { announce, toast } from '#renderer/session/toasts.ts';
import { rememberDone } from '#renderer/session/undo.ts';
import type { Audience } from '#shared/definition/lifecycle.ts';
import type { Problem } from '#shared/kernel/errors.ts';

/** A file on its way into a record; with problems where it was refused, kept so that it can be tried again. */
export interface Upload {
  readonly id: number;
  readonly file: File;
  readonly audience: Audience;
  /** From 0 to 1. */
  readonly share: number;
  readonly problems: readonly Problem[];
}

export interface Attaching {
  /** Whom the files are for that are added from now on. */
  readonly audience: Audience;
  readonly setAudience: (audience: Audience) => void;
  readonly uploads: readonly Upload[];
  readonly add: (files: readonly File[]) => void;
  /** Stops one that is on its way, or lets go of one that was refused. */
  readonly cancel: (id: number) => void;
  readonly retry: (id: number) => void;
}

let lastId = 0;

/** Attaches files to a record, several at once. Leaving the page does not stop them. */
export function useAttach(record: string): Attaching {
  const data = useData();
  const [audience, setAudience] = useState<Audience>('internal');
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const stops = useRef(new Map<number, AbortController>());
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);

  const change = useCallback((id: number, part: Partial<Upload>) => {
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
  }, []);
  const drop = useCallback((id: number) => {
    stops.current.delete(id);
    setUploads((all) => all.filter((one) => one.id !== id));
  }, []);

  const start = useCallback(
    async ({ id, file, audience: reader }: Upload) => {
      const stop = new AbortController();
      stops.current.set(id, stop);
      const result = await data.attachments.add(record, file, {
        audience: reader,
        signal: stop.signal,
        onProgress: (share) => change(id, { share }),
      });
      stops.current.delete(id);
      if (result && !result.ok) {
        change(id, { problems: result.error });
        const [first] = result.error;
        if (!isShown.current && first)
          toast({ text: `${first.message} ${first.next ?? ''}`, tone: 'danger' });
        return;
      }
      drop(id);
      if (!result) return;
      const label = `${file.name} attached to ${result.value.number}`;
      rememberDone({ done: result.value, label });
      announce(label);
    },
    [change, data, drop, record],
  );

  const add = useCallback(
    (files: readonly File[]) => {
      const fresh = files.map((file): Upload => ({ id: ++lastId, file, audience, share: 0, problems: [] }));
      setUploads((all) => [...all, ...fresh]);
      for (const upload of fresh) void start(upload);
    },
    [audience, start],
  );
  const cancel = useCallback(
    (id: number) => {
      const stop = stops.current.get(id);
      if (stop) stop.abort();
      else drop(id);
    },
    [drop],
  );
  const retry = useCallback(
    (id: number) => {
      const upload = uploads.find((one) => one.id === id);
      if (!upload) return;
      change(id, { problems: [], share: 0 });
      void start(upload);
    },
    [change, start, uploads],
  );
  return { audience, setAudience, uploads, add, cancel, retry };
}

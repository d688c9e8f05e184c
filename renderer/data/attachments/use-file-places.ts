import { useLive, type Subscribe } from '../use-live.ts';
import type { AttachmentPlace } from './attachments.ts';

/** An exchange tells how it stands whenever a file came through; a file of this device comes with an entry. */
const onNews: Subscribe = (data, again) => {
  const ends = [data.onChange(again), data.sync.onStatus(again)];
  return () => ends.forEach((end) => end());
};

/** Where the contents of files are, by hash, live; undefined until known. */
export function useFilePlaces(hashes: readonly string[]): ReadonlyMap<string, AttachmentPlace> | undefined {
  const wanted = [...new Set(hashes)].sort();
  return useLive(JSON.stringify(wanted), (data) => data.attachments.places(wanted), onNews).answer;
}

import type { Incident } from '../records.ts';
import { paint } from './paint.ts';

/** The least that a page can do to show a list: one `getAll` and one table. */
const request = indexedDB.open('raw');
request.onsuccess = () => {
  const index = request.result.transaction('incidents').objectStore('incidents').index('class');
  const rows: IDBRequest<Incident[]> = index.getAll(IDBKeyRange.bound(['open'], ['open', []]), 50);
  rows.onsuccess = () => paint(rows.result);
};

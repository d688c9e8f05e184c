import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { openStorage, type StoragePlace } from '#server/storage/open.ts';
import type { Storage } from '#server/storage/storage.ts';
import { tempFolder } from './temp-folder.ts';

export const engines = ['sqlite', 'postgresql'] as const;
export type EngineName = (typeof engines)[number];

async function emptyDatabase(): Promise<string> {
  const url = inject('postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return url.replace('/postgres?', `/${name}?`);
}

/** Room for one hub's data, empty, gone with the test or with the run. */
export async function emptyPlace(engine: EngineName): Promise<StoragePlace> {
  return engine === 'sqlite' ? { file: join(await tempFolder(), 'hub.db') } : { url: await emptyDatabase() };
}

/** Closed with the test. */
export async function openForTest(place: StoragePlace): Promise<Storage> {
  const storage = await openStorage(place);
  onTestFinished(() => storage.close());
  return storage;
}

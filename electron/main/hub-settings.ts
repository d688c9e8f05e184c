import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeDurably } from './durable-file.ts';

const schema = z.object({
  /** The hub is wanted: it comes back with the next start of the application. */
  isWanted: z.boolean(),
  port: z.int().min(1).max(65_535),
  name: z.string().min(1).max(100),
  workspace: z.object({ id: z.string().optional(), name: z.string(), marking: z.string() }),
});

/** What the hosted hub was last started with. */
export type HubSettings = z.infer<typeof schema>;

/** @returns undefined where there are none, or none that can be read. */
export async function readHubSettings(path: string): Promise<HubSettings | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}

export function writeHubSettings(path: string, settings: HubSettings): Promise<void> {
  return writeDurably(path, Buffer.from(JSON.stringify(settings)), 0o600);
}

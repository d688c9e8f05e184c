import { z } from 'zod';
import type { Settings } from '../storage/shelves/settings.ts';

const openedSchema = z.object({ parts: z.array(z.int()), last: z.int().nullable() });

/** Parts of one bundle that were opened here, and the number of its last one where that was among them. */
type OpenedParts = z.infer<typeof openedSchema>;

const nameOf = (bundle: string) => `bundle/${bundle}`;

export async function openedParts(settings: Settings, bundle: string): Promise<OpenedParts> {
  const text = await settings.read(nameOf(bundle));
  return text === undefined ? { parts: [], last: null } : openedSchema.parse(JSON.parse(text));
}

export async function noteParts(settings: Settings, bundle: string, parts: OpenedParts): Promise<void> {
  await settings.write(nameOf(bundle), JSON.stringify(parts));
}

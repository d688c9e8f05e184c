import { z } from 'zod';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { credentialSchema } from '#shared/trust/credential.ts';
import { factorSchema } from '#shared/trust/factor.ts';
import type { KeySlot } from './key-database.ts';

const bytesText = z.string().regex(/^[\w-]+$/);

const slotsSchema = z.array(
  z.discriminatedUnion('kind', [
    z.object({
      id: z.string(),
      kind: z.enum(['person', 'code']),
      name: z.string(),
      credential: credentialSchema,
      factor: factorSchema.optional(),
      grant: bytesText,
    }),
    z.object({ id: z.literal('recovery'), kind: z.literal('recovery'), public: bytesText, grant: bytesText }),
  ]),
) satisfies z.ZodType<readonly KeySlot[]>;

/** Ways in that were kept as text; none where nothing was kept. @throws ProblemError OUT-KEY-008 where the text is damaged: a device that can be opened must not be taken for a new one. */
export function parseSlots(text: string | null | undefined): readonly KeySlot[] {
  if (text === null || text === undefined) return [];
  try {
    return slotsSchema.parse(JSON.parse(text));
  } catch {
    throw new ProblemError(problem('OUT-KEY-008'));
  }
}

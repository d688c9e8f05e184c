import { z } from 'zod';

/** What a hub process and whoever started it say to each other: as messages, and the first two as lines of JSON on the standard output. */

const problemSchema = z.object({ code: z.string(), message: z.string(), next: z.string().optional() });

/** It listens. */
export const readyMessageSchema = z.object({
  type: z.literal('ready'),
  /** For this machine: `http://127.0.0.1:4790`. */
  address: z.string(),
  /** For other machines. */
  others: z.array(z.string()),
  /** Id of the hub. */
  hub: z.string(),
  /** For the first device, while none is enrolled. */
  code: z.string().optional(),
});
export type ReadyMessage = z.infer<typeof readyMessageSchema>;

/** It cannot start, and ends. */
const failedMessageSchema = z.object({ type: z.literal('failed'), problem: problemSchema });

/** Answer to `askCode`, by its number; either the code or the problem is there. */
const codeMessageSchema = z.object({
  type: z.literal('code'),
  call: z.int(),
  code: z.string().optional(),
  /** Epoch ms. */
  expiresAt: z.int().optional(),
  problem: problemSchema.optional(),
});

export const fromHubSchema = z.discriminatedUnion('type', [
  readyMessageSchema,
  failedMessageSchema,
  codeMessageSchema,
]);
export type FromHub = z.infer<typeof fromHubSchema>;

/** `stop`: end gently. `askCode`: make a one-time code for a device of its one workspace. */
export const toHubSchema = z.union([
  z.literal('stop'),
  z.object({ type: z.literal('askCode'), call: z.int(), label: z.string().min(1).max(100) }),
]);
export type ToHub = z.infer<typeof toHubSchema>;

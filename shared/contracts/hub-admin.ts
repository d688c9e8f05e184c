import { z } from 'zod';

/** Headers of an administrator's browser. */
export const adminHeaders = {
  /** Says that a request which changes something comes from the hub's own page: `proof` of the session. */
  proof: 'outpost-admin-proof',
  /** The page asks by itself; nobody did anything. */
  bySelf: 'outpost-by-self',
} as const;

export const signInSchema = z.strictObject({
  token: z.string().regex(/^\s*[\w-]{20,100}\s*$/, 'is no token'),
});

const epochMs = z.int();

/** Who is signed in on this browser. */
export const adminSessionSchema = z.object({
  /** Of the token. */
  label: z.string(),
  /** Goes with every request that changes something, in `adminHeaders.proof`. */
  proof: z.string(),
  /** Ends then if nobody does anything. */
  endsAt: epochMs,
});
export type AdminSessionInfo = z.infer<typeof adminSessionSchema>;

export const adminSessionsSchema = z.array(
  z.object({
    id: z.string(),
    label: z.string(),
    /** From where it was begun. */
    address: z.string(),
    madeAt: epochMs,
    usedAt: epochMs,
    endsAt: epochMs,
    /** It is the one that asks. */
    isThis: z.boolean(),
  }),
);
export type AdminSessionRowInfo = z.infer<typeof adminSessionsSchema>[number];

import { z } from 'zod';

const reason = z.string().min(10);

/** What the audit lets pass, each with its reason: `build/audit-allowed.json`. */
export const auditAllowedSchema = z.strictObject({
  installScripts: z.array(z.strictObject({ name: z.string(), reason })),
  licences: z.array(
    z.strictObject({
      /** As SPDX names it. */
      licence: z.string(),
      /** Nothing under it may ship. */
      isForToolsOnly: z.boolean().optional(),
      reason,
    }),
  ),
  /** Known vulnerabilities that are lived with, up to and with a day. */
  vulnerabilities: z.array(
    z.strictObject({
      advisory: z.string().regex(/^GHSA(-[0-9a-z]{4}){3}$/, 'is not the name of an advisory'),
      reason,
      until: z.iso.date(),
    }),
  ),
});

export type AuditAllowed = z.infer<typeof auditAllowedSchema>;

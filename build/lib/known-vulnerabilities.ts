import { z } from 'zod';
import type { AuditAllowed } from './audit-allowed.ts';

const advisorySchema = z.object({
  name: z.string(),
  title: z.string(),
  url: z.string(),
  severity: z.enum(['info', 'low', 'moderate', 'high', 'critical']),
  range: z.string(),
});

/** What `npm audit --json` prints when the registry answered. */
const reportSchema = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), advisorySchema])) })),
});

const failureSchema = z.object({ message: z.string() });

export type AuditOutcome =
  | { readonly isReached: false; readonly reason: string }
  | { readonly isReached: true; readonly found: number; readonly faults: readonly string[] };

/**
 * Judges what `npm audit --json` printed. High and critical ones are faults unless they are allowed for the day.
 * @param today `2026-11-22`
 */
export function judgeAudit(
  output: string,
  { vulnerabilities: allowed }: AuditAllowed,
  today: string,
): AuditOutcome {
  const report = reportSchema.safeParse(parseJson(output));
  if (!report.success) return { isReached: false, reason: reasonOf(output) };
  const all = Object.values(report.data.vulnerabilities).flatMap(({ via }) =>
    via.filter((one) => typeof one !== 'string'),
  );
  const found = [...new Map(all.map((one) => [`${one.name} ${one.url}`, one])).values()];
  const faults = found
    .filter(({ severity }) => severity === 'high' || severity === 'critical')
    .flatMap(({ name, range, severity, title, url }) => {
      const known = allowed.find(({ advisory }) => url.endsWith(`/${advisory}`));
      if (known && known.until >= today) return [];
      const over = known ? ` (was allowed until ${known.until})` : '';
      return [`${name} ${range}: ${severity}, ${title}, ${url}${over}`];
    });
  return { isReached: true, found: found.length, faults };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(output: string): string {
  const failure = failureSchema.safeParse(parseJson(output));
  return failure.success ? failure.data.message : 'npm audit gave no answer';
}

import type { Data } from '#renderer/data/data.ts';
import { hashReport, type PartHashes } from '#shared/assessment/report/parts.ts';
import type { AssessmentReport } from '#shared/assessment/report/report.ts';
import {
  reportUse,
  signerRoles,
  type ReportStatement,
  type SignerRole,
} from '#shared/assessment/report/statement.ts';
import type { Command } from '#shared/engine/commands.ts';
import { canonicalJson } from '#shared/kernel/canonical.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { deterministicRecordId } from '#shared/kernel/ids.ts';

/** In which role the person signs the report; undefined where it names them in none. */
export function rolesOf({ team }: AssessmentReport, person: string): readonly SignerRole[] {
  const roles: SignerRole[] = [];
  if (team.lead?.id === person) roles.push('lead');
  if (team.sponsor?.id === person) roles.push('sponsor');
  return roles;
}

interface SignInput {
  readonly report: AssessmentReport;
  readonly parts: PartHashes;
  readonly role: SignerRole;
  /** Record id and name of whoever is at the desk. */
  readonly person: string;
  readonly name: string;
}

/**
 * The command that keeps the signature of whoever is at the desk. The same report signed twice in one role is one record.
 * @throws ProblemError OUT-RPT-006 without a key of their own, OUT-RPT-007 where the report is not closed.
 */
export function signCommand(
  data: Pick<Data, 'signing' | 'now'>,
  { report, parts, role, person, name }: SignInput,
): Command {
  const { id: assessment, number, reportedAt } = report.cover;
  if (reportedAt === null) {
    throw new ProblemError(problem('OUT-RPT-007', { reason: `${number} is not closed with a report.` }));
  }
  const at = data.now();
  const statement: ReportStatement = { format: 1, assessment, reportedAt, person, name, role, at, parts };
  const { key, signature } = data.signing.sign(person, name, reportUse, statement);
  const hash = hashReport(parts);
  return {
    kind: 'create',
    type: 'report-signature',
    id: deterministicRecordId(['report-signature', assessment, role, person, key, hash]),
    fields: {
      name: `${number} signed as ${signerRoles[role]}`,
      assessment,
      person,
      role,
      signedAt: at,
      hash,
      statement: canonicalJson(statement),
      key,
      signature,
    },
  };
}

import type { ModelFaults } from './faults.ts';
import type { LibraryActivity, LibraryProcess, ReferenceModel, Responsibility } from './model.ts';
import { everybodyIn } from './responsibility.ts';

/** Holds that exactly one is accountable and at least one does the work. */
export function checkResponsibility(
  faults: ModelFaults,
  process: string,
  field: string,
  { accountable, responsible }: Responsibility,
): void {
  if (accountable.length !== 1)
    faults.add(
      process,
      `${field}.accountable`,
      `names ${String(accountable.length)}; exactly one is accountable.`,
    );
  if (responsible.length === 0)
    faults.add(process, `${field}.responsible`, 'names nobody who does the work.');
}

function checkActivity(
  faults: ModelFaults,
  process: string,
  activity: LibraryActivity,
  roles: ReadonlySet<string>,
  controls: ReadonlySet<string>,
): void {
  const field = `activities.${activity.code}`;
  checkResponsibility(faults, process, `${field}.raci`, activity.raci);
  faults.unknown(process, `${field}.raci`, everybodyIn(activity.raci), roles);
  if (activity.control) faults.unknown(process, `${field}.control`, [activity.control], controls);
  else if (activity.tasks.length === 0) faults.add(process, `${field}.tasks`, 'names no task.');
}

/** Faults of one process within its model. */
export function checkProcess(faults: ModelFaults, process: LibraryProcess, model: ReferenceModel): void {
  const { code } = process;
  const documents = new Set(model.documents.map((document) => document.code));
  const roles = [...model.roles, ...process.roles].map((role) => role.code);
  faults.unknown(code, 'domain', [process.domain], new Set(model.domains.map((domain) => domain.code)));
  if (process.outcomes.length === 0)
    faults.add(code, 'outcomes', 'is empty; without outcomes nothing can be assessed.');
  for (const part of ['purpose', 'outcomes'] as const)
    if (!process.sources.some((source) => source.part === part))
      faults.add(code, 'sources', `names no source for ${part}.`);
  faults.unknown(
    code,
    'sources',
    [...process.sources, ...process.clauses].map((source) => source.document),
    documents,
  );
  faults.repeated(code, 'roles', roles);
  if (process.parties) checkResponsibility(faults, code, 'parties', process.parties);
  const controls = new Set<string>(model.controls.map((control) => control.kind));
  for (const activity of process.activities) checkActivity(faults, code, activity, new Set(roles), controls);
}

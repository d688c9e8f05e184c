import type { FileForm, ImportTemplate } from '#shared/import/template.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { ImportChecked, ImportDone, Inspection, Progress, SurveyReport } from './protocol.ts';

export const steps = ['file', 'columns', 'values', 'check', 'result'] as const;
export type Step = (typeof steps)[number];

/** Where the wizard stands. What depends on the template is dropped when it changes. */
export interface ImportState {
  readonly step: Step;
  readonly file?: string;
  readonly form: FileForm;
  readonly inspection?: Inspection;
  readonly template?: ImportTemplate;
  readonly survey?: SurveyReport;
  readonly checked?: ImportChecked;
  readonly done?: ImportDone;
  readonly busy?: Busy;
  readonly problems: readonly Problem[];
}

export interface Busy {
  readonly label: string;
  readonly canCancel: boolean;
  readonly progress?: Progress;
}

export type ImportChange =
  | { readonly kind: 'chosen'; readonly file: string }
  | { readonly kind: 'reading'; readonly form: FileForm }
  | { readonly kind: 'inspected'; readonly inspection: Inspection; readonly form: FileForm }
  | { readonly kind: 'template'; readonly template: ImportTemplate }
  | { readonly kind: 'surveyed'; readonly survey: SurveyReport }
  | { readonly kind: 'checked'; readonly checked: ImportChecked }
  | { readonly kind: 'written'; readonly done: ImportDone }
  | { readonly kind: 'go'; readonly step: Step }
  | { readonly kind: 'begin'; readonly label: string; readonly canCancel: boolean }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] }
  | { readonly kind: 'restart' };

export const emptyImport: ImportState = { step: 'file', form: {}, problems: [] };

export function reduce(state: ImportState, change: ImportChange): ImportState {
  switch (change.kind) {
    case 'restart':
      return emptyImport;
    case 'chosen':
      return { ...emptyImport, file: change.file };
    case 'reading':
      // Kept even if the file cannot be read so: the next choice starts from what was tried.
      return { ...state, form: change.form };
    case 'inspected':
      return withForm(without(state, 'survey', 'checked'), change.inspection, change.form);
    case 'template':
      return {
        ...without(state, 'checked', 'survey'),
        ...kept(state, change.template),
        template: change.template,
      };
    case 'surveyed':
      return { ...state, survey: change.survey };
    case 'checked':
      return { ...state, checked: change.checked };
    case 'written':
      return { ...state, done: change.done, step: 'result' };
    case 'go':
      return { ...state, step: change.step, problems: [] };
    case 'begin':
      return { ...state, problems: [], busy: { label: change.label, canCancel: change.canCancel } };
    case 'progress':
      return state.busy ? { ...state, busy: { ...state.busy, progress: change.progress } } : state;
    case 'end':
      return without(state, 'busy');
    case 'failed':
      return { ...state, problems: change.problems };
  }
}

function withForm(state: ImportState, inspection: Inspection, form: FileForm): ImportState {
  const template = state.template && { ...state.template, file: form };
  return { ...state, inspection, form, problems: [], ...(template ? { template } : {}) };
}

/** A survey holds as long as the same columns are looked at. */
function kept({ template, survey }: ImportState, next: ImportTemplate): Pick<ImportState, 'survey'> {
  if (!survey || !template) return {};
  const looked = (one: ImportTemplate): string =>
    JSON.stringify([
      one.recordType,
      one.emptyMarks,
      one.key,
      one.events?.state.column,
      one.columns.map(({ column, field, reference }) => [column, field, reference]),
    ]);
  return looked(template) === looked(next) ? { survey } : {};
}

function without<Name extends 'survey' | 'checked' | 'busy'>(
  state: ImportState,
  ...names: Name[]
): ImportState {
  const rest = { ...state };
  for (const name of names) delete rest[name];
  return rest;
}

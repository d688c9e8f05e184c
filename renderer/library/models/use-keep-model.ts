import { useData } from '#renderer/data/data.ts';
import { savedName } from '#renderer/record/attachments/file-name.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { summaryOf } from '#shared/library/summary.ts';
import { contentsOf } from '#shared/processes/improvement/model-contents.ts';
import type { CheckedModel } from './check-model-file.ts';

type Problems = readonly Problem[];

/** Keeping a checked model in the unit. Each answers with what went wrong; none: it is done. */
export interface KeepModel {
  /** Makes a record of it, a draft, and adds the file. */
  readonly keep: (checked: CheckedModel, edition: string) => Promise<Problems>;
  /** Gives a model its file: a draft any, others the one that they were imported from. */
  readonly give: (record: RecordView, checked: CheckedModel) => Promise<Problems>;
}

export function useKeepModel(): KeepModel {
  const data = useData();
  const run = useCommand();

  const attach = async (record: string, { file }: CheckedModel): Promise<Problems> => {
    const named = new File([file], savedName(file.name), { type: file.type });
    const added = await data.attachments.add(record, named, { audience: 'internal' });
    return added && !added.ok ? added.error : [];
  };

  const keep: KeepModel['keep'] = async (checked, edition) => {
    const { hash, model, file } = checked;
    const all = data.config.all('reference-model');
    const known = all.find((one) => textOf(one, 'contents') === hash);
    if (known && contentsOf(known))
      return [problem('OUT-LIB-005', { file: file.name, number: known.number })];
    // Its file was not taken in when it was made.
    if (known) return attach(known.id, checked);
    const fields = { ...summaryOf(model), edition: edition.trim(), contents: hash };
    const same = all.find(
      (one) => textOf(one, 'code') === fields.code && textOf(one, 'edition') === fields.edition,
    );
    if (same)
      return [problem('OUT-LIB-006', { edition: fields.edition, model: model.name, number: same.number })];
    const made = await run({ kind: 'create', type: 'reference-model', fields });
    return made.ok ? attach(made.value.record, checked) : made.error;
  };

  const give: KeepModel['give'] = async (record, checked) => {
    const { hash, model, file } = checked;
    if (contentsOf(record)?.hash === hash) {
      try {
        await data.attachments.supply(file);
        return [];
      } catch (error) {
        if (error instanceof ProblemError) return [error.problem];
        throw error;
      }
    }
    if (record.state !== 'draft' && textOf(record, 'contents') !== hash)
      return [problem('OUT-LIB-004', { file: file.name, number: record.number })];
    const { code, processes } = summaryOf(model);
    const fields = { code, processes, contents: hash };
    const edited =
      record.state === 'draft'
        ? await run({ kind: 'edit', record: record.id, fields }, { quiet: true })
        : undefined;
    return edited && !edited.ok ? edited.error : attach(record.id, checked);
  };

  return { keep, give };
}

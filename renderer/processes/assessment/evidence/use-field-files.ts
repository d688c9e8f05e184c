import { useCallback, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { announce } from '#renderer/session/toasts.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import type { CoverageCell } from '#shared/assessment/coverage.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { attachmentFault } from '#shared/engine/attach.ts';
import type { Problem } from '#shared/kernel/errors.ts';

/** A file on its way to become evidence, or refused. */
export interface FieldFile {
  readonly id: number;
  readonly name: string;
  /** From 0 to 1. */
  readonly share: number;
  readonly problems: readonly Problem[];
}

export interface FieldFiles {
  readonly files: readonly FieldFile[];
  readonly add: (files: readonly File[]) => void;
  readonly dismiss: (id: number) => void;
}

let lastId = 0;

/** Makes a piece of evidence of each file or photo: received, to be judged, for the cell that is chosen. One that does not fit makes no record. */
export function useFieldFiles(assessment: RecordView, cell: CoverageCell | undefined): FieldFiles {
  const data = useData();
  const run = useCommand();
  const [files, setFiles] = useState<readonly FieldFile[]>([]);
  const change = useCallback((id: number, part: Partial<FieldFile>) => {
    setFiles((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
  }, []);
  const dismiss = useCallback((id: number) => setFiles((all) => all.filter((one) => one.id !== id)), []);

  const keep = useCallback(
    async (id: number, file: File, fields: FieldValues): Promise<readonly Problem[]> => {
      const fault = attachmentFault(file.name, file.size);
      if (fault) return [fault];
      const made = await run({ kind: 'create', type: 'evidence', fields });
      if (!made.ok) return made.error;
      const { record } = made.value;
      const attached = await data.attachments.add(record, file, {
        audience: 'internal',
        onProgress: (share) => change(id, { share }),
      });
      if (attached && !attached.ok) return attached.error;
      const inputs = { heldAt: data.now() };
      const received = await run({ kind: 'act', record, action: 'receive', inputs }, { quiet: true });
      return received.ok ? [] : received.error;
    },
    [change, data, run],
  );

  const add = useCallback(
    (dropped: readonly File[]) => {
      for (const file of dropped) {
        lastId += 1;
        const id = lastId;
        setFiles((all) => [...all, { id, name: file.name, share: 0, problems: [] }]);
        void keep(id, file, fieldsOf(assessment, file, cell)).then((problems) => {
          if (problems.length > 0) change(id, { problems });
          else {
            dismiss(id);
            announce(`${file.name} is evidence now`);
          }
        });
      }
    },
    [assessment, cell, change, dismiss, keep],
  );
  return { files, add, dismiss };
}

function fieldsOf(assessment: RecordView, file: File, cell: CoverageCell | undefined): FieldValues {
  return {
    assessment: assessment.id,
    name: file.name.slice(0, 200),
    kind: 'file',
    ...(cell ? { processes: [cell.process], attributes: [cell.attribute] } : {}),
  };
}

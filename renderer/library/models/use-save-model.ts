import { savedName } from '#renderer/record/attachments/file-name.ts';
import { useSaveFile } from '#renderer/session/use-save-file.ts';
import type { ReferenceModel } from '#shared/library/model.ts';

const json = { name: 'Reference model', extensions: ['json'] };

function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}

/** Saves models as files that can be imported. */
export function useSaveModel(): {
  readonly saveModel: (model: ReferenceModel) => Promise<void>;
  readonly saveExample: () => Promise<void>;
} {
  const save = useSaveFile();
  return {
    saveModel: (model) =>
      save(savedName(`${[model.code, model.edition].filter(Boolean).join(' ')}.json`), bytesOf(model), json),
    saveExample: async () => {
      const { default: example } = await import('#resources/library/iso-20000-1-style.json');
      await save('iso-20000-1-style.json', bytesOf(example), json);
    },
  };
}

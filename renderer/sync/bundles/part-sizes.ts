import type { SelectOption } from '#renderer/ui/Select.tsx';

/** Sizes of files in bytes, as carriers limit them. */
export const partSizes: readonly SelectOption<string>[] = [
  { value: String(2_000_000_000), label: 'As few files as can be' },
  { value: String(650_000_000), label: 'Files of 650 MB (CD)' },
  { value: String(25_000_000), label: 'Files of 25 MB (mail)' },
  { value: String(1_400_000), label: 'Files of 1.4 MB (radio, floppy)' },
];

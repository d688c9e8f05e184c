import Autocomplete from '@mui/material/Autocomplete';
import OutlinedInput from '@mui/material/OutlinedInput';
import { FieldFrame, describedBy } from '#renderer/ui/FieldFrame.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import type { EditorProps } from './editor-props.ts';

/** Free words; Enter or a comma ends one. */
export function TagsEditor(props: EditorProps) {
  const { id, label, required, help, error, hideLabel, value, onChange, onBlur, autoFocus, disabled } = props;
  const tags = Array.isArray(value) ? (value as readonly string[]) : [];
  const add = (words: readonly string[]) => {
    const cleaned = words.flatMap((word) => word.split(',')).map((word) => word.trim());
    onChange([...new Set(cleaned.filter((word) => word !== ''))]);
  };
  return (
    <FieldFrame {...{ id, label, required, help, error, hideLabel }}>
      <Autocomplete
        multiple
        freeSolo
        id={id}
        options={[]}
        value={[...tags]}
        disabled={disabled ?? false}
        onChange={(_event, next) => add(next)}
        onBlur={(event) => {
          const rest = (event.target as HTMLInputElement).value;
          if (rest.trim() !== '') add([...tags, rest]);
          onBlur?.();
        }}
        clearOnBlur
        renderValue={(selected) =>
          selected.map((tag) => (
            <Chip
              key={tag}
              onRemove={() => add(tags.filter((other) => other !== tag))}
              removeLabel={`Remove ${tag}`}
            >
              {tag}
            </Chip>
          ))
        }
        renderInput={(params) => (
          <OutlinedInput
            {...params.slotProps.input}
            fullWidth
            error={Boolean(error)}
            autoFocus={autoFocus ?? false}
            placeholder={tags.length === 0 ? 'Type a word, then Enter' : ''}
            slotProps={{
              input: {
                ...params.slotProps.htmlInput,
                'aria-describedby': describedBy(id, { help, error }),
                onKeyDown: (event) => {
                  if (event.key !== ',') return;
                  event.preventDefault();
                  add([...tags, event.currentTarget.value]);
                },
              },
            }}
          />
        )}
      />
    </FieldFrame>
  );
}

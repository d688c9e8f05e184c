import Autocomplete from '@mui/material/Autocomplete';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { useKnownActor } from '../known-actor.ts';
import { MarkingMark } from '../MarkingMark.tsx';
import { offersForm } from '../new-record.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { FieldFrame, describedBy } from '#renderer/ui/FieldFrame.tsx';
import { Highlight } from '#renderer/ui/Highlight.tsx';
import { useCreateInPlace } from './create-in-place.ts';
import type { EditorProps } from './editor-props.ts';
import { trackPick } from './pending-picks.ts';
import { useReferenceOptions, type ReferenceOption } from './use-reference-options.ts';
import styles from './fields.module.css';

interface ReferencePickerProps extends EditorProps {
  readonly to: readonly string[];
  readonly multiple?: boolean;
  /** Whether a missing record can be made in place; yes if absent. */
  readonly canCreate?: boolean;
  /** Ids that cannot be picked: the record itself. */
  readonly exclude?: readonly string[] | undefined;
}

type Option = ReferenceOption | { readonly create: string; readonly id: string; readonly title: string };

/** Picks other records by typing; makes a missing one in place. */
export function ReferencePicker(props: ReferencePickerProps) {
  const { id, label, required, help, error, hideLabel, value, onChange, onBlur, autoFocus, disabled, to } =
    props;
  const { multiple = false, exclude, canCreate = true } = props;
  const { catalogue } = useData();
  const actor = useKnownActor();
  const createInPlace = useCreateInPlace();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const keys = useRef(0);

  const types = useMemo(() => to.flatMap((name) => catalogue.type(name) ?? []), [catalogue, to]);
  const chosen = useMemo(
    () =>
      Array.isArray(value) ? (value as readonly string[]) : typeof value === 'string' && value ? [value] : [],
    [value],
  );
  const labels = useTitles(chosen);
  const { options, isLoading, isLoaded, ask } = useReferenceOptions(types, text, isOpen);

  // The picker takes a new object for a new value and throws away what is being typed: it stays the same until a title changes.
  const titles = JSON.stringify(chosen.map((member) => labels.get(member) ?? '…'));
  const known = useMemo(
    () =>
      (JSON.parse(titles) as readonly string[]).map((title, at): Option => ({
        id: chosen[at] ?? '',
        type: '',
        title,
        number: '',
        marking: '',
        details: '',
      })),
    [chosen, titles],
  );
  // The title arrives after the focus: typing still replaces it.
  useEffect(() => {
    const input = document.getElementById(id);
    if (!multiple && input instanceof HTMLInputElement && input === document.activeElement) input.select();
  }, [id, multiple, titles]);
  const allowed = (all: readonly Option[]) => all.filter((option) => !exclude?.includes(option.id));
  const found = allowed(options);
  // Before the first answer it would be the only choice, and Enter would take it.
  const creatable =
    createInPlace && canCreate && isLoaded && !isLoading
      ? types.filter((type) => offersForm(type, actor))
      : [];
  const offers = creatable.map((type): Option => ({
    id: `create:${type.name}`,
    create: type.name,
    title:
      text.trim() === ''
        ? `New ${type.label.toLowerCase()}…`
        : `New ${type.label.toLowerCase()} “${text.trim()}”…`,
  }));

  const choose = (picked: readonly Option[]) => {
    const ids = picked.filter((option) => !('create' in option)).map((option) => option.id);
    const wish = picked.find((option) => 'create' in option);
    if (!wish) {
      onChange(multiple ? ids : (ids[0] ?? null));
      return;
    }
    const title = catalogue.type(wish.create)?.views.title;
    void createInPlace?.(wish.create, title && text.trim() ? { [title]: text.trim() } : {}).then((made) => {
      if (made !== undefined) onChange(multiple ? [...ids, made] : made);
    });
  };

  /** Enter before the answer (a fast hand, a scanner): what is listed still belongs to fewer letters. */
  const chooseFirst = async () => {
    const typed = keys.current;
    const [first] = allowed(await ask());
    // Leaving the field does not take the choice back; typing on does.
    if (!first || keys.current !== typed) return;
    choose(multiple ? [...known, first] : [first]);
    setOpen(false);
  };

  return (
    <FieldFrame {...{ id, label, required, help, error, hideLabel }}>
      <Autocomplete<Option, boolean>
        id={id}
        multiple={multiple}
        options={[...found, ...offers]}
        value={multiple ? known : (known[0] ?? null)}
        isOptionEqualToValue={(option, other) => option.id === other.id}
        getOptionLabel={(option) => option.title}
        getOptionKey={(option) => option.id}
        filterOptions={(all) => all}
        filterSelectedOptions={multiple}
        loading={isLoading}
        loadingText="Searching…"
        noOptionsText={text === '' ? 'Nothing to choose yet' : 'No match'}
        disabled={disabled ?? false}
        autoHighlight
        open={isOpen}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !isLoading || text === '') return;
          event.preventDefault();
          event.defaultMuiPrevented = true;
          trackPick(chooseFirst());
        }}
        onOpen={() => setOpen(true)}
        onClose={() => setOpen(false)}
        onInputChange={(_event, next, reason) => {
          if (reason === 'input') keys.current += 1;
          setText(reason === 'input' ? next : '');
        }}
        onChange={(_event, next) => choose(Array.isArray(next) ? next : next ? [next] : [])}
        onBlur={() => onBlur?.()}
        slotProps={{ popper: { placement: 'bottom-start', style: { minWidth: 280 } } }}
        renderOption={({ key, ...rest }, option) => (
          <li key={key} {...rest}>
            {'create' in option ? (
              <span className={styles.create}>{option.title}</span>
            ) : (
              <span className={styles.option}>
                <span>
                  <MarkingMark marking={option.marking} />
                  <Highlight text={option.title} words={text.split(/\s+/)} />
                </span>
                <span className={styles.details}>
                  {[option.number, option.details].filter((part) => part !== '').join(' · ')}
                </span>
              </span>
            )}
          </li>
        )}
        renderValue={
          multiple
            ? (selected) =>
                (selected as readonly Option[]).map((option) => (
                  <Chip
                    key={option.id}
                    onRemove={() => onChange(chosen.filter((other) => other !== option.id))}
                    removeLabel={`Remove ${option.title}`}
                  >
                    {option.title}
                  </Chip>
                ))
            : undefined
        }
        renderInput={(params) => (
          <OutlinedInput
            {...params.slotProps.input}
            fullWidth
            error={Boolean(error)}
            autoFocus={autoFocus ?? false}
            placeholder={chosen.length === 0 ? 'Type to search' : ''}
            slotProps={{
              input: {
                ...params.slotProps.htmlInput,
                onFocus: (event) => {
                  params.slotProps.htmlInput.onFocus?.(event);
                  if (!multiple) event.currentTarget.select();
                },
                'aria-describedby': describedBy(id, { help, error }),
                'aria-invalid': error ? true : undefined,
                'aria-required': required ? true : undefined,
              },
            }}
          />
        )}
      />
    </FieldFrame>
  );
}

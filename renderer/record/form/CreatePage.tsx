import { useCallback, useId, useMemo } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { useShortcuts } from '#renderer/shell/use-shortcuts.ts';
import { useKnownActor } from '../known-actor.ts';
import { paths, useNavigation } from '../navigation.ts';
import { draftKeyOf } from './draft-record.ts';
import { FormFields } from './FormFields.tsx';
import { FormNotices } from './FormNotices.tsx';
import { layOut } from './form-layout.ts';
import { SuggestionsPanel } from './SuggestionsPanel.tsx';
import { useRecordForm } from './use-record-form.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { isChangeable } from '#shared/engine/writable.ts';
import type { FieldValue, FieldValues } from '#shared/definition/values.ts';
import styles from './form.module.css';

interface CreatePageProps {
  readonly type: RecordType;
  /** Values that the way here gives: the catalogue item, the parent. */
  readonly given?: FieldValues | undefined;
}

const nothing: FieldValues = {};

/** The page that makes a record, with all its fields. */
export function CreatePage({ type, given = nothing }: CreatePageProps) {
  const actor = useKnownActor();
  if (!type.create.allows(actor, undefined)) {
    return (
      <EmptyState
        title={`You may not create a ${type.label.toLowerCase()}`}
        text={`It takes the right to ${type.create.label}, which ${type.create.givenBy} can give.`}
      />
    );
  }
  if (type.madeOn) {
    const { label, href } = type.madeOn;
    return (
      <EmptyState
        title={`${type.plural} are not made on a blank form`}
        text={type.help}
        action={href !== undefined && <LinkButton href={href}>{label}</LinkButton>}
      />
    );
  }
  return <CreateForm key={type.name} type={type} given={given} />;
}

function CreateForm({ type, given }: { readonly type: RecordType; readonly given: FieldValues }) {
  const idBase = useId();
  const { go, back } = useNavigation();
  const recordForm = useRecordForm(type, given, draftKeyOf(type));
  const { form, record, values, submit, isSaving } = recordForm;
  const actor = useKnownActor();
  const sections = useMemo(
    () => layOut(type, record, (_, field) => isChangeable(field, actor, undefined)),
    [type, record, actor],
  );
  const focus = sections[0]?.fields.find(({ name }) => !(name in given))?.name;
  const hasSuggestions = (type.suggestions ?? []).length > 0;

  const save = useCallback(
    async (then: 'open' | 'another') => {
      const made = await submit();
      if (made !== undefined && then === 'open') go(paths.record(made), { replace: true });
    },
    [submit, go],
  );
  const onFill = useCallback(
    (name: string, value: FieldValue) =>
      form.setValue(name, value, { shouldDirty: true, shouldValidate: true }),
    [form],
  );
  useShortcuts({
    'form.save': () => {
      void save('open');
      return true;
    },
    'form.saveAndNew': () => {
      void save('another');
      return true;
    },
  });

  const label = type.label.toLowerCase();
  return (
    <div className={styles.page}>
      <PageHeader title={`New ${label}`} meta={type.help} />
      <div className={classes(styles.columns, hasSuggestions && styles.aside)}>
        <form
          className={styles.form}
          aria-label={`New ${label}`}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save('open');
          }}
        >
          <FormNotices type={type} idBase={idBase} form={recordForm} />
          {sections.map((section) => (
            <Section key={section.name} title={section.label}>
              <FormFields idBase={idBase} fields={section.fields} form={form} focus={focus} />
            </Section>
          ))}
          {/* Lets Enter in a text field save, as every form does. */}
          <button type="submit" hidden />
        </form>
        {hasSuggestions && <SuggestionsPanel type={type} values={values} onFill={onFill} />}
      </div>
      <div className={styles.bar}>
        <Button variant="primary" busy={isSaving} onClick={() => void save('open')}>
          Create {label}
        </Button>
        <Button busy={isSaving} onClick={() => void save('another')}>
          Create and begin another
        </Button>
        <Button variant="quiet" onClick={back}>
          Leave
        </Button>
        <span className={styles.hint}>What you type is kept as a draft.</span>
      </div>
    </div>
  );
}

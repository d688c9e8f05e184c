import { useId } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorSummary } from '#renderer/ui/ErrorSummary.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { EnrolField, EnrolFields } from './enrol-fields.ts';
import { useEnrol } from './use-enrol.ts';
import { profileOptions } from './words.ts';
import styles from './sync.module.css';

interface EnrolFormProps {
  /** What is typed is kept under it until the device is connected. */
  readonly draftKey: string;
  readonly submitLabel?: string;
  /** Before the hub is asked. */
  readonly onBegin?: (fields: EnrolFields) => Promise<void>;
  readonly onDone: () => void;
  readonly onFail?: () => void;
}

const labels: Readonly<Record<EnrolField, string>> = {
  address: 'Address of the hub',
  code: 'One-time code',
  name: 'Name of this device',
};

/** Address, code and name with which a device joins a hub. */
export function EnrolForm({ draftKey, submitLabel = 'Connect', onBegin, onDone, onFail }: EnrolFormProps) {
  const id = useId();
  const { fields, change, errors, problem, isBusy, submit } = useEnrol(draftKey, { onBegin, onDone, onFail });
  const field = (name: EnrolField) => ({
    id: `${id}-${name}`,
    label: labels[name],
    value: fields[name],
    required: true,
    disabled: isBusy,
    onChange: (value: string) => change({ [name]: value }),
    error: errors.find((error) => error.field === name)?.message,
  });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {problem && <ProblemAlert problems={[problem]} />}
      <ErrorSummary
        errors={errors.map((error) => ({
          field: labels[error.field],
          id: `${id}-${error.field}`,
          message: error.message,
        }))}
      />
      <div className={styles.fields}>
        <TextInput {...field('address')} placeholder="hub.example.mil:4790" />
        <TextInput
          {...field('code')}
          placeholder="K7Q2-9FMX-4D3A-8HJP"
          maxLength={40}
          help="From the hub’s administrator; works once."
        />
        <TextInput
          {...field('name')}
          maxLength={100}
          help="The administrator sees the device by this name."
        />
        <Select
          label="Link"
          options={profileOptions}
          value={fields.profile}
          disabled={isBusy}
          help={profileOptions.find(({ value }) => value === fields.profile)?.help}
          onChange={(profile) => change({ profile })}
        />
      </div>
      {isBusy && <ProgressBar label="Asking the hub" />}
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" busy={isBusy}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}

import { useId, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { ErrorSummary } from '#renderer/ui/ErrorSummary.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { ZoneInput } from '#renderer/ui/ZoneInput.tsx';
import { usualMarkings } from '#shared/definition/marking.ts';
import { checkSetup, setUpUnit, type SetupError, type UnitSetup } from './set-up-unit.ts';
import { useFirstRun } from './use-first-run.ts';
import styles from './FirstRun.module.css';

function blank(): UnitSetup {
  return {
    name: '',
    shortName: '',
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    marking: 'UNCLASSIFIED',
    personName: '',
    jobTitle: '',
    passphrase: '',
    repeated: '',
  };
}

const labels: Readonly<Record<keyof UnitSetup, string>> = {
  name: 'Name of the unit',
  shortName: 'Short name',
  zone: 'Time zone',
  marking: 'Marking',
  personName: 'Your name',
  jobTitle: 'Your position',
  passphrase: 'Your passphrase',
  repeated: 'The same again',
};

/** Names, zone and marking of a new unit and its first person. */
export function UnitForm() {
  const data = useData();
  const id = useId();
  const [setup, setSetup] = useState(blank);
  const [errors, setErrors] = useState<readonly SetupError[]>([]);
  const { progress, problem, run } = useFirstRun();
  const field = (name: keyof UnitSetup) => ({
    id: `${id}-${name}`,
    label: labels[name],
    value: setup[name],
    onChange: (value: string) => setSetup((old) => ({ ...old, [name]: value })),
    error: errors.find((error) => error.field === name)?.message,
  });
  const submit = () => {
    const found = checkSetup(setup);
    setErrors(found);
    if (found.length === 0) void run((onProgress) => setUpUnit(data, setup, onProgress));
  };
  const isBusy = progress !== undefined;
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
      <div className={styles.pair}>
        <TextInput {...field('name')} required placeholder="51st Signal Battalion" autoFocus />
        <TextInput {...field('shortName')} required maxLength={40} placeholder="51st Sig" />
      </div>
      <div className={classes(styles.pair, styles.even)}>
        <ZoneInput {...field('zone')} required help="Local times are shown in it, next to Zulu." />
        <TextInput
          {...field('marking')}
          required
          maxLength={120}
          list={`${id}-markings`}
          help="Stands on every page and print. Keep nothing here above it."
        />
        <datalist id={`${id}-markings`}>
          {usualMarkings.map((marking) => (
            <option key={marking} value={marking} />
          ))}
        </datalist>
      </div>
      <div className={classes(styles.pair, styles.even)}>
        <TextInput {...field('personName')} required placeholder="Alvarez, Maria" />
        <TextInput {...field('jobTitle')} placeholder="Service desk lead" />
      </div>
      <div className={classes(styles.pair, styles.even)}>
        <TextInput
          {...field('passphrase')}
          type="password"
          autoComplete="new-password"
          required
          help="At least 12 characters; four words are easy to keep."
        />
        <TextInput {...field('repeated')} type="password" autoComplete="new-password" required />
      </div>
      <p className={styles.muted}>
        What you enter is encrypted with it: without the passphrase, or the recovery code that you are shown
        next, nobody can read it. You become this unit’s administrator and a service desk analyst. More people
        and their roles are added under Unit data.
      </p>
      {isBusy && <ProgressBar label="Making the unit and its defaults" value={progress} />}
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" busy={isBusy}>
          Create unit
        </Button>
      </div>
    </form>
  );
}

import { Button } from '#renderer/ui/Button.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import styles from './Pages.module.css';

interface ErrorPageProps {
  readonly error: unknown;
  readonly reset: () => void;
}

/** Stands in the place of a page that broke; the rest of the workbench goes on. */
export function ErrorPage({ error, reset }: ErrorPageProps) {
  const fault = error instanceof Error ? error.message : String(error);
  const found =
    error instanceof ProblemError ? error.problem : problem('OUT-APP-001', { place: 'this page', fault });
  return (
    <>
      <PageHeader title="This page stopped working" />
      <div className={styles.body}>
        <ProblemAlert problems={[found]} />
        <div className={styles.buttons}>
          <Button variant="primary" onClick={reset}>
            Show the page again
          </Button>
          <Button onClick={() => window.location.reload()}>Reload Outpost</Button>
          <LinkButton href="/">Go to the desk</LinkButton>
        </div>
      </div>
    </>
  );
}

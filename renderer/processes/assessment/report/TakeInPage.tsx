import { useData } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { useNavigation } from '#renderer/record/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { ReportBody } from './ReportBody.tsx';
import { useTakeIn } from './use-take-in.ts';
import styles from './take-in.module.css';

/** Takes in the result of an assessment that another unit sent as a file: shows what it holds before it is kept. */
export function TakeInPage() {
  const { catalogue } = useData();
  const actor = useKnownActor();
  const { go } = useNavigation();
  const { taken, problems, isBusy, choose, keep } = useTakeIn();
  const type = catalogue.type('assessment-result');
  if (!type?.create.allows(actor, undefined)) {
    return (
      <>
        <PageHeader title="Take in a result" />
        <EmptyState
          title="You may not take in results"
          text={type && `It takes the right to ${type.create.label}, which ${type.create.givenBy} can give.`}
        />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="Take in a result"
        actions={
          <>
            <LinkButton href="/list/assessment-result">Results from elsewhere</LinkButton>
            <Button variant={taken ? 'secondary' : 'primary'} busy={isBusy} onClick={() => void choose()}>
              {taken ? 'Choose another file' : 'Choose result file'}
            </Button>
          </>
        }
      />
      <div className={styles.page}>
        <ProblemAlert problems={problems} />
        {taken ? (
          <>
            <Notice
              tone="info"
              action={
                <Button
                  variant="primary"
                  busy={isBusy}
                  onClick={() => void keep().then((id) => id !== undefined && go(`/assessment/kept/${id}`))}
                >
                  Keep this result
                </Button>
              }
            >
              This is what the file holds. Nothing is kept yet. Once kept, it can be compared with assessments
              of this unit.
            </Notice>
            <div className={styles.sheet}>
              <ReportBody signed={taken} isOwn={false} />
            </div>
          </>
        ) : (
          <EmptyState
            title="The result of an assessment in another unit"
            text="Choose the file that was saved there with “Save result file”, on the page of the report. Its form and its signatures are checked before anything is kept."
          />
        )}
      </div>
    </>
  );
}

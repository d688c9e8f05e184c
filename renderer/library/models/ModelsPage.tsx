import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { useData } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import library from '../library.module.css';
import { libraryPaths } from '../places.ts';
import { ImportModel } from './ImportModel.tsx';
import { ModelTable } from './ModelTable.tsx';
import { useSaveModel } from './use-save-model.ts';

/** The shipped reference model, those that the unit keeps, and the way in for another. */
export function ModelsPage() {
  const { catalogue } = useData();
  const actor = useKnownActor();
  const { saveExample } = useSaveModel();
  const type = catalogue.type('reference-model');
  const mayKeep = type?.create.allows(actor, undefined) ?? false;
  return (
    <>
      <PageHeader
        title="Reference models"
        before={<AppLink href={libraryPaths.all()}>Process library</AppLink>}
        actions={
          <Button icon={<DownloadIcon />} onClick={() => void saveExample()}>
            Save the example
          </Button>
        }
      >
        <p className={library.muted}>
          A model says which processes there are and what each must bring about. The library shows it, and
          assessments rate by it. The example, in the style of ISO/IEC 20000-1, is a pattern for a file of
          your own.
        </p>
      </PageHeader>
      <div className={library.body}>
        <ModelTable />
        {mayKeep ? (
          <ImportModel />
        ) : (
          <Notice tone="info">
            Owners of processes import models. You can be given that role by {type?.create.givenBy}.
          </Notice>
        )}
      </div>
    </>
  );
}

import { useConfig, useData, useFilePlaces, useSyncStatus } from '#renderer/data/data.ts';
import { placeWords } from '#renderer/record/attachments/place-words.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { desmf } from '#resources/library/desmf.ts';
import { textOf } from '#shared/definition/record.ts';
import { contentsOf } from '#shared/processes/improvement/model-contents.ts';
import { libraryPaths } from '../places.ts';
import { KeptRow } from './KeptRow.tsx';
import styles from './models.module.css';
import { useSaveModel } from './use-save-model.ts';

/** All models that can be shown here: the shipped one first, then the kept ones by name and edition. */
export function ModelTable() {
  const config = useConfig();
  const type = useData().catalogue.type('reference-model');
  const { saveModel } = useSaveModel();
  const kept = config
    .all('reference-model')
    .toSorted(
      (one, other) =>
        textOf(one, 'name').localeCompare(textOf(other, 'name')) ||
        textOf(one, 'edition').localeCompare(textOf(other, 'edition'), 'en', { numeric: true }),
    );
  const files = kept.flatMap((record) => contentsOf(record)?.hash ?? []);
  const places = useFilePlaces(files);
  const hasHub = useSyncStatus().hubs.length > 0;
  return (
    <DataTable caption="Reference models">
      <thead>
        <tr>
          <th scope="col">Model</th>
          <th scope="col">Edition</th>
          <th scope="col" data-number>
            Processes
          </th>
          <th scope="col">State</th>
          <th scope="col">Where its file is</th>
          <th scope="col">Record</th>
          <td />
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">
            <AppLink href={libraryPaths.all()}>{desmf.name}</AppLink>{' '}
            <span className={styles.muted}>{desmf.code}</span>
          </th>
          <td data-nowrap>{desmf.edition}</td>
          <td data-number>{desmf.processes.length}</td>
          <td>
            <Chip tone="outline">Ships with Outpost</Chip>
          </td>
          <td data-nowrap>On this device</td>
          <td />
          <td data-nowrap>
            <Button size="small" onClick={() => void saveModel(desmf)}>
              Save this model
            </Button>
          </td>
        </tr>
        {type &&
          kept.map((record) => {
            const file = contentsOf(record);
            const where = file && placeWords(places?.get(file.hash), file.size, hasHub);
            return <KeptRow key={record.id} type={type} record={record} file={file} where={where} />;
          })}
      </tbody>
    </DataTable>
  );
}

import { useMemo, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { PrintFrame } from '#renderer/record/print/PrintFrame.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { allRoles, roleFacts } from '#shared/definition/roles.ts';
import { permissionMatrix } from '#shared/engine/permission-matrix.ts';
import { MatrixTable } from './MatrixTable.tsx';
import styles from './matrix.module.css';

/** What each role may do with each record type, process by process, as it goes on paper. */
export function PermissionsPage() {
  const data = useData();
  const { catalogue } = data;
  const [chosen, setChosen] = useState('');
  const processes = catalogue.processes.filter(({ code }) => chosen === '' || code === chosen);
  const rows = useMemo(() => permissionMatrix(catalogue, allRoles), [catalogue]);
  const shown = catalogue.process(chosen);
  return (
    <PrintFrame
      title="Permissions"
      subtitle={shown ? shown.name : 'All processes'}
      asOf={data.now()}
      landscape
      isWide
      isReady
    >
      <div className={styles.filter}>
        <Select
          label="Process"
          value={chosen}
          onChange={setChosen}
          emptyLabel="All processes"
          options={catalogue.processes.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </div>
      <p className={styles.legend}>
        ● always · ◐ for some records: the own ones, those in some state, those that are not secret · blank:
        never. A role for one process, service or team counts for its records only. Nobody decides on what
        they asked for themselves, whatever their role.
      </p>
      {processes.map((process) => (
        <MatrixTable
          key={process.code}
          title={process.name}
          rows={rows.filter(({ type }) => type.process === process.code)}
          roles={allRoles.map((role) => ({ role, label: roleFacts(role).label }))}
        />
      ))}
    </PrintFrame>
  );
}

import { useMemo, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { allRoles, roleFacts } from '#shared/definition/roles.ts';
import { permissionMatrix } from '#shared/engine/permission-matrix.ts';
import { MatrixTable } from './MatrixTable.tsx';
import styles from './matrix.module.css';

const columns = allRoles.map((role) => ({ role, label: roleFacts(role).label }));

/** What each role may do with each record type, for all processes or one. */
export function Permissions() {
  const { catalogue } = useData();
  const [chosen, setChosen] = useState('');
  const rows = useMemo(() => permissionMatrix(catalogue, allRoles), [catalogue]);
  const processes = catalogue.processes.filter(({ code }) => chosen === '' || code === chosen);
  return (
    <>
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
      {processes.map(({ code, name }) => (
        <MatrixTable
          key={code}
          title={name}
          rows={rows.filter(({ type }) => type.process === code)}
          roles={columns}
        />
      ))}
    </>
  );
}

import { AppLink } from '#renderer/ui/AppLink.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { indicators } from '#resources/library/indicators.ts';
import { libraryPaths } from './places.ts';
import styles from './library.module.css';

/** What an assessor looks for at each attribute of capability. */
export function IndicatorsPage() {
  return (
    <>
      <PageHeader
        title="Capability indicators"
        before={<AppLink href={libraryPaths.all()}>Process library</AppLink>}
      />
      <div className={styles.body}>
        <p>
          Attributes and levels are those of ISO/IEC 33020; the words are Outpost’s. For PA 1.1 each process
          guide names the evidence of every outcome.
        </p>
        {indicators.map(({ code, level, name, outcomes }) => (
          <Section key={code} title={`${code} ${name}, level ${String(level)}`}>
            <DataTable caption={`Indicators of ${code}`}>
              <thead>
                <tr>
                  <th scope="col">Outcome of the attribute</th>
                  <th scope="col">Practice</th>
                  <th scope="col">Work products</th>
                </tr>
              </thead>
              <tbody>
                {outcomes.map((outcome) => (
                  <tr key={outcome.code}>
                    <th scope="row">{outcome.text}</th>
                    <td>{outcome.practice}</td>
                    <td>{outcome.workProducts}</td>
                  </tr>
                ))}
              </tbody>
            </DataTable>
          </Section>
        ))}
      </div>
    </>
  );
}

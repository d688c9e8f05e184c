import CatalogueIcon from '@mui/icons-material/ShoppingBasketOutlined';
import ConflictIcon from '@mui/icons-material/CallSplitOutlined';
import DeskIcon from '@mui/icons-material/SpaceDashboardOutlined';
import HandoverIcon from '@mui/icons-material/SwapHorizOutlined';
import LibraryIcon from '@mui/icons-material/MenuBookOutlined';
import ImportIcon from '@mui/icons-material/FileUploadOutlined';
import SearchIcon from '@mui/icons-material/SearchOutlined';
import SyncIcon from '@mui/icons-material/SyncOutlined';
import SettingsIcon from '@mui/icons-material/SettingsOutlined';
import { useMemo } from 'react';
import { useCounts, useData } from '#renderer/data/data.ts';
import { useConflictCount } from '#renderer/sync/conflicts/use-marked.ts';
import { navigationOf, openRecords } from './navigation-model.ts';
import { RailLink } from './RailLink.tsx';
import { RailProcess } from './RailProcess.tsx';
import { RailSection } from './RailSection.tsx';
import styles from './Rail.module.css';

/** The way to every process and record type, made from the catalogue. */
export function Rail() {
  const { catalogue } = useData();
  const navigation = useMemo(() => navigationOf(catalogue), [catalogue]);
  const queries = useMemo(() => catalogue.types.map((type) => openRecords(type.name)), [catalogue]);
  const counts = useCounts(queries);
  const countOf = useMemo(
    () => new Map(catalogue.types.map((type, index) => [type.name, counts[index]])),
    [catalogue, counts],
  );
  const conflicts = useConflictCount();
  const { unitData } = navigation;
  return (
    <nav className={styles.rail} aria-label="Main">
      <div className={styles.scroll}>
        <ul className={styles.group}>
          <RailLink href="/" icon={<DeskIcon />} label="Desk" exact />
          <RailLink href="/handover" icon={<HandoverIcon />} label="Shift handover" />
          <RailLink href="/catalogue" icon={<CatalogueIcon />} label="Request something" />
          <RailLink href="/search" icon={<SearchIcon />} label="Search" />
          <RailLink href="/sync" icon={<SyncIcon />} label="Sync" />
          <RailLink href="/conflicts" icon={<ConflictIcon />} label="Conflicts" count={conflicts} />
        </ul>
        {navigation.domains.map((domain) => (
          <RailSection
            key={domain.code}
            name={domain.code}
            label={domain.name}
            isEmpty={domain.processes.length === 0}
          >
            {domain.processes.map((process) => (
              <RailProcess key={process.code} process={process} countOf={countOf} />
            ))}
          </RailSection>
        ))}
        {unitData && (
          <RailSection name={unitData.code} label={unitData.name}>
            <RailProcess process={unitData} countOf={countOf} isFlat />
          </RailSection>
        )}
      </div>
      <ul className={styles.foot}>
        <RailLink href="/library" icon={<LibraryIcon />} label="Process library" />
        <RailLink href="/import" icon={<ImportIcon />} label="Import" />
        <RailLink href="/settings" icon={<SettingsIcon />} label="Settings" />
      </ul>
    </nav>
  );
}

import AddIcon from '@mui/icons-material/AddOutlined';
import HelpIcon from '@mui/icons-material/HelpOutlineOutlined';
import MenuIcon from '@mui/icons-material/MenuOutlined';
import SearchIcon from '@mui/icons-material/SearchOutlined';
import { useUnit } from '#renderer/session/unit.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { keysOf } from '../keymap.ts';
import { NoticesButton } from '../notices/NoticesButton.tsx';
import { toggleRail, useIsRailOpen } from '../rail/rail-state.ts';
import { openCreate, openOverlay, toggleHelp, useShell } from '../shell-store.ts';
import { PersonButton } from './PersonButton.tsx';
import { ShellClock } from './ShellClock.tsx';
import { SyncChip } from './SyncChip.tsx';
import styles from './TopBar.module.css';

export function TopBar() {
  const isRailOpen = useIsRailOpen();
  const isHelpOpen = useShell((state) => state.isHelpOpen);
  const { shortName } = useUnit();
  return (
    <header className={styles.bar}>
      <IconButton
        label={isRailOpen ? 'Hide navigation' : 'Show navigation'}
        shortcut={keysOf('rail.toggle')}
        aria-expanded={isRailOpen}
        onClick={toggleRail}
      >
        <MenuIcon />
      </IconButton>
      <AppLink href="/" className={styles.unit} title={`${shortName}: desk`}>
        {shortName || 'Outpost'}
      </AppLink>
      <button type="button" className={styles.search} onClick={() => openOverlay('palette')}>
        <SearchIcon />
        <span className={styles.prompt}>Search or run a command</span>
        <Kbd keys={keysOf('palette.open')} />
      </button>
      <Button
        variant="primary"
        size="small"
        icon={<AddIcon />}
        onClick={() => openCreate()}
        title={`Create a record (${keysOf('create.open')})`}
      >
        New
      </Button>
      <span className={styles.gap} />
      <SyncChip />
      <ShellClock />
      <NoticesButton />
      <IconButton
        label="Help on this page"
        shortcut={keysOf('help.open')}
        pressed={isHelpOpen}
        onClick={toggleHelp}
      >
        <HelpIcon />
      </IconButton>
      <PersonButton />
    </header>
  );
}

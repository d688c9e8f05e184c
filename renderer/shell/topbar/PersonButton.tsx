import PersonIcon from '@mui/icons-material/PersonOutlineOutlined';
import { usePerson } from '#renderer/session/session.tsx';
import { textOf } from '#shared/definition/record.ts';
import { openOverlay } from '../shell-store.ts';
import styles from './TopBar.module.css';

/** Who is at the desk; a click changes it. */
export function PersonButton() {
  const person = usePerson();
  const name = person ? textOf(person, 'name') : 'Nobody chosen';
  return (
    <button
      type="button"
      className={styles.person}
      aria-haspopup="dialog"
      aria-label={`At the desk: ${name}. Change person`}
      title={`At the desk: ${name}`}
      onClick={() => openOverlay('person')}
    >
      <PersonIcon />
      <span className={styles.name}>{name}</span>
    </button>
  );
}

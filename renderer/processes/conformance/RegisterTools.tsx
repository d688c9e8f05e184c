import { useTitles } from '#renderer/record/use-titles.ts';
import { useNavigation } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { kindLabels } from '#shared/conformance/cells.ts';
import {
  isFlagged,
  type Flag,
  type RegisterRow,
} from '#shared/processes/improvement/conformance-register.ts';
import { conformancePaths, type RegisterView } from './places.ts';
import { flagWords } from './words.ts';
import styles from './conformance.module.css';

interface RegisterToolsProps {
  readonly view: RegisterView & { readonly year: number };
  readonly years: readonly number[];
  /** Components that any service names. */
  readonly components: readonly string[];
  /** Rows of the year that fit everything but the flag. */
  readonly rows: readonly RegisterRow[];
}

const flags: readonly Flag[] = ['missing', 'incomplete', 'submitted', 'accepted', 'departing', 'ending'];

/** What the register is narrowed to; all of it stands in the address. */
export function RegisterTools({ view, years, components, rows }: RegisterToolsProps) {
  const { go } = useNavigation();
  const names = useTitles(components);
  const narrow = (more: RegisterView) =>
    go(conformancePaths.register({ ...view, ...more }), { replace: true });
  return (
    <>
      <div className={styles.tools}>
        <Select
          label="Year"
          value={String(view.year)}
          options={years.map((year) => ({ value: String(year), label: String(year) }))}
          onChange={(year) => narrow({ year: Number(year) })}
        />
        <Select
          label="Service type"
          value={view.kind ?? ''}
          emptyLabel="All types"
          options={[
            { value: 'enterprise', label: kindLabels.enterprise },
            { value: 'component', label: kindLabels.component },
          ]}
          onChange={(kind) => narrow({ kind })}
        />
        <Select
          label="Phase"
          value={view.phase ?? ''}
          emptyLabel="All phases"
          options={['1', '2', '3'].map((phase) => ({ value: phase, label: `Phase ${phase}` }))}
          onChange={(phase) => narrow({ phase })}
        />
        <Select
          label="Component"
          value={view.component ?? ''}
          emptyLabel="All components"
          options={components.map((id) => ({ value: id, label: names.get(id) ?? '…' }))}
          onChange={(component) => narrow({ component })}
        />
      </div>
      <nav aria-label="Show">
        <ul className={styles.flags}>
          <FlagLink view={view} label="All services" count={rows.length} />
          {flags.map((flag) => (
            <FlagLink
              key={flag}
              view={view}
              flag={flag}
              label={flagWords[flag]}
              count={rows.filter((row) => isFlagged(row, flag)).length}
            />
          ))}
        </ul>
      </nav>
    </>
  );
}

interface FlagLinkProps {
  readonly view: RegisterView;
  readonly flag?: Flag;
  readonly label: string;
  readonly count: number;
}

function FlagLink({ view, flag, label, count }: FlagLinkProps) {
  return (
    <li>
      <AppLink
        href={conformancePaths.register({ ...view, show: flag })}
        className={styles.flag}
        aria-current={view.show === flag ? 'true' : undefined}
      >
        {label} <span className={styles.count}>{count}</span>
      </AppLink>
    </li>
  );
}

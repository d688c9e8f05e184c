import { paths } from '#renderer/record/navigation.ts';
import { offersForm } from '#renderer/record/new-record.ts';
import { setPreference } from '#renderer/session/preferences.ts';
import { themeLabels, themeNames } from '#renderer/ui/theme/tokens.ts';
import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { Query, SavedFilter } from '#shared/definition/query.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { frameworkProcesses } from '#shared/processes/support/process-choices.ts';
import { keysOf } from '../keymap.ts';
import { toggleRail } from '../rail/rail-state.ts';
import { openCreate, openOverlay, toggleHelp } from '../shell-store.ts';

export interface PaletteCommand {
  readonly id: string;
  readonly label: string;
  readonly also?: string;
  readonly shortcut?: string;
  readonly run: () => void;
}

interface CommandContext {
  readonly catalogue: Catalogue;
  readonly actor: Actor | undefined;
  readonly assessments: readonly RecordView[];
  readonly go: (href: string) => void;
  readonly listPath: (query: Query) => string;
  readonly undo: () => void;
}

function queryOf(type: string, filter: SavedFilter): Query {
  return { type, ...filter.query };
}

function creating({ catalogue, actor }: CommandContext): readonly PaletteCommand[] {
  return catalogue.types
    .filter((type) => actor && offersForm(type, actor))
    .map((type) => ({
      id: `create:${type.name}`,
      label: `New ${type.label.toLowerCase()}`,
      also: `create log add ${type.prefix}`,
      run: () => openCreate(type.name),
    }));
}

function going(context: CommandContext): readonly PaletteCommand[] {
  const { catalogue, go, listPath } = context;
  const places: readonly PaletteCommand[] = [
    {
      id: 'go:/',
      label: 'Go to the desk',
      also: 'dashboard home start',
      shortcut: keysOf('go.desk'),
      run: () => go('/'),
    },
    {
      id: 'go:/catalogue',
      label: 'Request something from the catalogue',
      also: 'order services items what do you need',
      run: () => go('/catalogue'),
    },
    {
      id: 'go:/handover',
      label: 'Shift handover report',
      also: 'watch',
      shortcut: keysOf('go.handover'),
      run: () => go('/handover'),
    },
    {
      id: 'go:/search',
      label: 'Search all records',
      also: 'find',
      shortcut: keysOf('search.open'),
      run: () => go('/search'),
    },
    {
      id: 'go:/import',
      label: 'Import from CSV or Excel',
      also: 'upload tickets file',
      run: () => go('/import'),
    },
    {
      id: 'go:/sync',
      label: 'Sync: hubs and exchanges',
      also: 'server hub connect enrol send fetch waiting',
      run: () => go('/sync'),
    },
    {
      id: 'go:/conflicts',
      label: 'Conflicts: choose between values',
      also: 'merge overtaken inbox settle',
      run: () => go('/conflicts'),
    },
    { id: 'go:/settings', label: 'Settings', also: 'preferences options', run: () => go('/settings') },
    {
      id: 'go:/accounts',
      label: 'Accounts: passphrases, recovery code, lock',
      also: 'password user sign in',
      run: () => go('/accounts'),
    },
    {
      id: 'go:/audit',
      label: 'Audit: who did what, verify the log',
      also: 'history tamper signature log export check',
      run: () => go('/audit'),
    },
    {
      id: 'go:/roles',
      label: 'Roles: owners, assignments, delegation',
      also: 'raci accountable process owner service owner',
      run: () => go('/roles'),
    },
    {
      id: 'go:/permissions',
      label: 'Permissions: what each role may do',
      also: 'matrix rights access print',
      run: () => go('/permissions'),
    },
    {
      id: 'go:/library',
      label: 'Process library: purposes, outcomes, roles, interfaces',
      also: 'guide reference desmf iso raci',
      run: () => go('/library'),
    },
    {
      id: 'go:/library/models',
      label: 'Reference models: import, open, save',
      also: 'process library iso 20000 framework upload json',
      run: () => go('/library/models'),
    },
    {
      id: 'go:/assessments/compare',
      label: 'Compare assessments: units, years, changes of levels',
      also: 'capability level trend history benchmark',
      run: () => go('/assessments/compare'),
    },
    {
      id: 'go:/conformance',
      label: 'Conformance register: statements, exceptions, years',
      also: 'dodi 8440 desmf table phase report',
      run: () => go('/conformance'),
    },
    {
      id: 'go:/assessment/take-in',
      label: 'Take in the result of an assessment from another unit',
      also: 'import report headquarters comparison signed json',
      run: () => go('/assessment/take-in'),
    },
    { id: 'go:/help', label: 'Help: all processes and record types', also: 'manual', run: () => go('/help') },
  ];
  const lists = catalogue.types.flatMap((type): PaletteCommand[] => [
    {
      id: `list:${type.name}`,
      label: `Go to ${type.plural.toLowerCase()}`,
      also: `list ${type.prefix}`,
      run: () => go(`/list/${type.name}`),
    },
    ...type.views.filters.map((filter) => ({
      id: `filter:${type.name}:${filter.id}`,
      label: `${type.plural}: ${filter.label.toLowerCase()}`,
      run: () => go(listPath(queryOf(type.name, filter))),
    })),
  ]);
  const processes = catalogue.processes.map((process) => ({
    id: `process:${process.code}`,
    label: `About ${process.name}`,
    also: `process ${process.code} activities roles`,
    run: () => go(`/process/${process.code}`),
  }));
  const guides = frameworkProcesses.map(({ value, label }) => ({
    id: `guide:${value}`,
    label: `Guide: ${label}`,
    also: `process library ${value}`,
    run: () => go(paths.guide(value)),
  }));
  return [...places, ...lists, ...processes, ...guides, ...assessmentPages(context)];
}

/** Plan, evidence, workbook and result of each assessment that is under way. */
function assessmentPages({ catalogue, assessments, actor, go }: CommandContext): readonly PaletteCommand[] {
  const type = catalogue.type('assessment');
  return assessments
    .filter((record) => actor && type?.see.allows(actor, record))
    .filter(({ state }) => !type?.lifecycle.states[state]?.final)
    .flatMap(({ id, number }) =>
      assessmentPlaces.map(([label, path]) => ({
        id: `assessment:${id}:${label}`,
        label: `${label} of ${number}`,
        also: 'assessment assess capability schedule requests interviews rating',
        run: () => go(`/assessment/${id}${path}`),
      })),
    );
}

const assessmentPlaces = [
  ['Plan', '/plan'],
  ['Evidence', '/evidence'],
  ['Workbook', ''],
  ['Result', '/result'],
] as const;

function doing({ undo }: CommandContext): readonly PaletteCommand[] {
  return [
    { id: 'undo', label: 'Undo what you did last', shortcut: keysOf('undo.last'), run: undo },
    {
      id: 'person',
      label: 'Change who is at the desk',
      also: 'switch user sign in',
      shortcut: keysOf('person.switch'),
      run: () => openOverlay('person'),
    },
    {
      id: 'keys',
      label: 'Keyboard shortcuts',
      shortcut: keysOf('keys.open'),
      run: () => openOverlay('keys'),
    },
    { id: 'help', label: 'Help on this page', shortcut: keysOf('help.open'), run: toggleHelp },
    {
      id: 'notices',
      label: 'Show notices',
      also: 'alerts breaches',
      shortcut: keysOf('notices.open'),
      run: () => openOverlay('notices'),
    },
    {
      id: 'rail',
      label: 'Show or hide the navigation',
      shortcut: keysOf('rail.toggle'),
      run: toggleRail,
    },
    ...themeNames.map((name) => ({
      id: `theme:${name}`,
      label: `Theme: ${themeLabels[name].toLowerCase()}`,
      also: 'colours appearance mode',
      run: () => setPreference('theme', name),
    })),
    {
      id: 'theme:system',
      label: 'Theme: as the device',
      also: 'colours automatic system',
      run: () => setPreference('theme', 'system'),
    },
  ];
}

/** Everything that can be done from anywhere; what the person may not create is not offered. */
export function paletteCommands(context: CommandContext): readonly PaletteCommand[] {
  return [...creating(context), ...going(context), ...doing(context)];
}

import { z } from 'zod';
import type { AuditAllowed } from './audit-allowed.ts';

const versions = z.record(z.string(), z.string()).default({});

const manifestSchema = z.object({
  dependencies: versions,
  devDependencies: versions,
  optionalDependencies: versions,
  overrides: versions,
  allowScripts: z.record(z.string(), z.boolean()).default({}),
});

const lockedSchema = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  link: z.boolean().optional(),
  dev: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
});
type Locked = z.infer<typeof lockedSchema>;

const lockfileSchema = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(z.string(), lockedSchema.extend({ dependencies: versions, devDependencies: versions })),
});

export interface LockfileParts {
  /** `package.json` and `package-lock.json`, parsed. */
  readonly manifest: unknown;
  readonly lockfile: unknown;
  /** Text of `.npmrc`; empty where there is none. */
  readonly settings: string;
  readonly allowed: AuditAllowed;
}

const registry = 'https://registry.npmjs.org/';
const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
/** Of the registry, under another name: two versions of one package side by side. */
const alias = /^npm:(@[\w.-]+\/)?[\w.-]+@/;

/**
 * Whether all that `npm ci` would install is what was looked at once: exact versions, from the registry alone, with a hash, under a known licence, and
 * without programs that run at the installation. @returns what is not so, a line each. @throws ZodError for a file of another form.
 */
export function checkLockfile({ manifest, lockfile, settings, allowed }: LockfileParts): readonly string[] {
  const wanted = manifestSchema.parse(manifest);
  const { packages } = lockfileSchema.parse(lockfile);
  const { '': root, ...installed } = packages;
  const direct = { ...wanted.dependencies, ...wanted.devDependencies, ...wanted.optionalDependencies };
  return [
    ...Object.entries({ ...direct, ...wanted.overrides })
      .filter(([, version]) => !exact.test(version.replace(alias, '')))
      .map(([name, version]) => `${name}: package.json asks for “${version}”, which is no exact version`),
    ...Object.entries({ ...wanted.dependencies, ...wanted.devDependencies })
      .filter(([name, version]) => ({ ...root?.dependencies, ...root?.devDependencies })[name] !== version)
      .map(([name]) => `${name}: package.json and package-lock.json differ; run npm install`),
    ...foreignRegistries(settings),
    ...Object.entries(installed).flatMap(([place, locked]) =>
      faultsOf(nameOf(place), locked, allowed, wanted.allowScripts),
    ),
  ];
}

function foreignRegistries(settings: string): readonly string[] {
  return settings
    .split('\n')
    .flatMap((line) => /^\s*(?:@[^:=]+:)?registry\s*=\s*(.*?)\s*$/.exec(line)?.slice(1) ?? [])
    .filter((address) => address !== registry)
    .map((address) => `.npmrc: packages would come from ${address}`);
}

function faultsOf(
  name: string,
  {
    version = '',
    resolved = registry,
    integrity,
    license,
    link,
    dev = false,
    hasInstallScript = false,
  }: Locked,
  { installScripts, licences }: AuditAllowed,
  allowScripts: Readonly<Record<string, boolean>>,
): readonly string[] {
  if (link) return [`${name}: is a link to a folder`];
  const fitting = licences.filter(({ isForToolsOnly = false }) => dev || !isForToolsOnly);
  const isListed = installScripts.some((script) => script.name === name) && Object.hasOwn(allowScripts, name);
  return [
    ...(exact.test(version) ? [] : [`${name}: its version “${version}” is not exact`]),
    ...(resolved.startsWith(registry) ? [] : [`${name}: comes from ${resolved}`]),
    ...(/^sha512-[\w+/]{86}==$/.test(integrity ?? '') ? [] : [`${name}: has no SHA-512 of its contents`]),
    ...(isCovered(
      license,
      fitting.map(({ licence }) => licence),
    )
      ? []
      : [`${name}: its licence is ${license ?? 'not named'}${dev ? '' : ', and it ships'}`]),
    ...(hasInstallScript && !isListed ? [`${name}: runs a program when it is installed`] : []),
  ];
}

/** Of `A OR B` one has to be known, of `A AND B` both. */
function isCovered(expression = '', known: readonly string[]): boolean {
  return expression
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => known.includes(licence)));
}

function nameOf(place: string): string {
  return place.split('node_modules/').at(-1) ?? place;
}

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { auditAllowedSchema, type AuditAllowed } from './audit-allowed.ts';
import { checkLockfile } from './check-lockfile.ts';
import { judgeAudit } from './known-vulnerabilities.ts';

const reason = 'for the test alone';
const allowed: AuditAllowed = {
  installScripts: [{ name: 'builder', reason }],
  licences: [
    { licence: 'MIT', reason },
    { licence: 'ISC', reason },
    { licence: 'MPL-2.0', isForToolsOnly: true, reason },
  ],
  vulnerabilities: [],
};
const integrity = `sha512-${'a'.repeat(86)}==`;
const good = { version: '1.2.3', license: 'MIT', integrity };

/** One package beside a manifest that asks for it. */
function check(name: string, locked: object, more: { settings?: string; manifest?: object } = {}) {
  const dependencies = { [name]: '1.2.3' };
  const manifest = { dependencies, allowScripts: { builder: true, other: true }, ...more.manifest };
  const packages = { '': { dependencies }, [`node_modules/${name}`]: locked };
  const lockfile = { lockfileVersion: 3, packages };
  return checkLockfile({ manifest, lockfile, settings: more.settings ?? '', allowed });
}

describe('the audit of what is installed', () => {
  test('SUP-1 takes packages of the registry with exact version, hash and known licence', () => {
    expect(check('fine', good)).toEqual([]);
    expect(check('fine', { ...good, resolved: 'https://registry.npmjs.org/fine/-/fine-1.2.3.tgz' })).toEqual(
      [],
    );
  });

  test.each([
    ['no hash', { integrity: undefined }, 'fine: has no SHA-512 of its contents'],
    ['a weak hash', { integrity: 'sha1-abc=' }, 'fine: has no SHA-512 of its contents'],
    [
      'another server',
      { resolved: 'https://evil.example/fine.tgz' },
      'fine: comes from https://evil.example/fine.tgz',
    ],
    [
      'a server of a similar name',
      { resolved: 'https://registry.npmjs.org.evil.example/fine.tgz' },
      'fine: comes from https://registry.npmjs.org.evil.example/fine.tgz',
    ],
    [
      'a repository',
      { resolved: 'git+ssh://git@host/fine.git#1' },
      'fine: comes from git+ssh://git@host/fine.git#1',
    ],
    ['a folder', { link: true }, 'fine: is a link to a folder'],
    ['a version that floats', { version: 'latest' }, 'fine: its version “latest” is not exact'],
    ['an unknown licence', { license: 'AGPL-3.0' }, 'fine: its licence is AGPL-3.0, and it ships'],
    ['no licence', { license: undefined }, 'fine: its licence is not named, and it ships'],
    ['a licence for tools that ships', { license: 'MPL-2.0' }, 'fine: its licence is MPL-2.0, and it ships'],
    [
      'a program at the installation',
      { hasInstallScript: true },
      'fine: runs a program when it is installed',
    ],
  ])('SUP-2 refuses %s', (_, change, fault) => {
    expect(check('fine', { ...good, ...change })).toEqual([fault]);
  });

  test('SUP-2 refuses a program that only one of the two lists knows', () => {
    expect(check('builder', { ...good, hasInstallScript: true })).toEqual([]);
    expect(check('other', { ...good, hasInstallScript: true })).toHaveLength(1);
    const unlisted = { manifest: { allowScripts: {} } };
    expect(check('builder', { ...good, hasInstallScript: true }, unlisted)).toHaveLength(1);
  });

  test('SUP-2 of a choice of licences one has to be known, of several together all', () => {
    expect(check('fine', { ...good, license: '(GPL-3.0 OR MIT)' })).toEqual([]);
    expect(check('fine', { ...good, license: 'MIT AND ISC' })).toEqual([]);
    expect(check('fine', { ...good, license: 'MIT AND GPL-3.0' })).toHaveLength(1);
    expect(check('fine', { ...good, license: 'MPL-2.0', dev: true })).toEqual([]);
  });

  test('SUP-3 refuses ranges in package.json, a lockfile that differs from it, and settings for another registry', () => {
    const ranged = check('fine', good, { manifest: { dependencies: { fine: '^1.2.3' } } });
    expect(ranged).toContain('fine: package.json asks for “^1.2.3”, which is no exact version');
    expect(ranged).toContain('fine: package.json and package-lock.json differ; run npm install');
    const renamed = (version: string) =>
      check('fine', good, { manifest: { dependencies: { fine: version } } }).join(' ');
    expect(renamed('npm:other@1.2.3')).not.toContain('exact');
    expect(renamed('npm:other@^1.2.3')).toContain('“npm:other@^1.2.3”, which is no exact version');
    expect(check('fine', good, { manifest: { overrides: { deep: '*' } } })).toHaveLength(1);
    expect(check('fine', good, { settings: 'fund=false\n@evil:registry=https://evil.example/\n' })).toEqual([
      '.npmrc: packages would come from https://evil.example/',
    ]);
  });
});

describe('known vulnerabilities', () => {
  const advisory = 'GHSA-aaaa-bbbb-cccc';
  const report = (severity: string) =>
    JSON.stringify({
      auditReportVersion: 2,
      vulnerabilities: {
        bad: {
          via: [
            {
              name: 'bad',
              title: 'It is bad',
              url: `https://github.com/advisories/${advisory}`,
              severity,
              range: '<2',
            },
          ],
        },
        uses: { via: ['bad'] },
      },
    });
  const until = (day: string): AuditAllowed => ({
    ...allowed,
    vulnerabilities: [{ advisory, reason, until: day }],
  });

  test('SUP-4 high and critical ones must be mended, each is told once', () => {
    const fault = `bad <2: high, It is bad, https://github.com/advisories/${advisory}`;
    expect(judgeAudit(report('high'), allowed, '2026-11-22')).toEqual({
      isReached: true,
      found: 1,
      faults: [fault],
    });
    expect(judgeAudit(report('critical'), allowed, '2026-11-22')).toMatchObject({ faults: { length: 1 } });
    expect(judgeAudit(report('moderate'), allowed, '2026-11-22')).toMatchObject({ found: 1, faults: [] });
  });

  test('SUP-4 one that is allowed passes until its day, and not after it', () => {
    expect(judgeAudit(report('high'), until('2026-11-22'), '2026-11-22')).toMatchObject({ faults: [] });
    const late = judgeAudit(report('high'), until('2026-11-21'), '2026-11-22');
    expect(late).toMatchObject({ faults: [expect.stringContaining('was allowed until 2026-11-21')] });
  });

  test.each([
    ['', 'npm audit gave no answer'],
    ['<html>', 'npm audit gave no answer'],
    ['{"message":"getaddrinfo ENOTFOUND"}', 'getaddrinfo ENOTFOUND'],
  ])('SUP-5 no network is no fault: %j', (output, why) => {
    expect(judgeAudit(output, allowed, '2026-11-22')).toEqual({ isReached: false, reason: why });
  });

  test('SUP-6 what is allowed has a reason, and a vulnerability a day', () => {
    const text = readFileSync(new URL('../audit-allowed.json', import.meta.url), 'utf8');
    expect(auditAllowedSchema.safeParse(JSON.parse(text)).success).toBe(true);
    for (const broken of [
      { advisory, until: '2027-01-01', reason: '' },
      { advisory, reason },
      { until: '2027-01-01', reason },
    ]) {
      expect(auditAllowedSchema.safeParse({ ...allowed, vulnerabilities: [broken] }).success).toBe(false);
    }
  });
});

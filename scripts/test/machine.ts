import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What the tests need from the machine, and the Debian package that brings it. */
const needs = [
  { what: 'PostgreSQL 15', package: 'postgresql-15', present: () => existsSync('/usr/lib/postgresql/15/bin/initdb') },
  {
    what: 'PostGIS 3',
    package: 'postgresql-15-postgis-3',
    present: () => existsSync('/usr/share/postgresql/15/extension/postgis.control'),
  },
  { what: 'GDAL (ogr2ogr)', package: 'gdal-bin', present: () => existsSync('/usr/bin/ogr2ogr') },
  {
    what: 'R with spdep',
    package: 'r-cran-spdep',
    present: () => existsSync('/usr/bin/Rscript') && existsSync('/usr/lib/R/site-library/spdep/DESCRIPTION'),
  },
  {
    what: 'ClamAV',
    package: 'clamav clamav-daemon',
    present: () => existsSync('/usr/bin/clamscan') && existsSync('/usr/sbin/clamd'),
  },
  {
    what: 'OpenStack Swift, a store that speaks S3',
    package: 'python3-swift',
    present: () => existsSync('/usr/lib/python3/dist-packages/swift'),
  },
  { what: 'Chromium', package: 'chromium', present: () => existsSync('/usr/bin/chromium') },
];

/** Installs what is missing from Debian packages. Where it may not, it says what to do and throws. */
export function prepareMachine(): void {
  const missing = needs.filter((need) => !need.present());
  if (missing.length === 0) return;
  const packages = missing.map((need) => need.package);
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  process.stderr.write(`Installing ${missing.map((need) => need.what).join(', ')} ...\n`);
  const run = (words: string[]) =>
    spawnSync(words[0] as string, words.slice(1), {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  run([...prefix, 'apt-get', 'update', '-qq']);
  run([...prefix, ...command.split(' '), '-qq']);
  const still = needs.filter((need) => !need.present());
  if (still.length > 0) {
    throw new Error(
      `The tests need ${still.map((need) => need.what).join(', ')} and could not install it. ` +
        `Run this as an administrator on Debian 12 and start again:\n  apt-get update && ${command}`,
    );
  }
}

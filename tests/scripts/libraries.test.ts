import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import { ensureLibraries, missingLibraries } from '../../scripts/lib/libraries.mjs';
import { run } from '../../scripts/lib/run.mjs';
import { createSteps } from '../../scripts/lib/steps.mjs';
import { freshFolder, writeProgram } from './mini-project.ts';

const LACKING = `	linux-vdso.so.1 (0x00007ffc)
	libnss3.so => /lib/x86_64-linux-gnu/libnss3.so (0x00007f)
	libgtk-3.so.0 => not found
	libasound.so.2 => not found
`;

/** A machine whose apt is a script; `installed` is a file that the script makes, after which nothing lacks any more. */
function machine({
  uid = 0,
  programs = ['apt-get'],
  script = 'touch "$INSTALLED"',
  knows = [] as string[],
  ldd = LACKING,
  needsXvfb = false,
} = {}) {
  const folder = freshFolder('apt');
  const installed = path.join(folder, 'installed');
  const log = path.join(folder, 'log');
  writeProgram(
    path.join(folder, 'apt-get'),
    `#!/bin/sh\necho "$DEBIAN_FRONTEND $*" >> "$LOG"\ncase "$*" in *install*) ${script};; esac\n`,
  );
  writeProgram(path.join(folder, 'dpkg'), `#!/bin/sh\necho "dpkg $*" >> "$LOG"\n`);
  const lines: string[] = [];
  return {
    lines,
    calls: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []),
    ensure: () =>
      ensureLibraries({
        executable: '/opt/electron/electron',
        needsXvfb,
        platform: 'linux',
        uid,
        steps: createSteps({ write: (text: string) => lines.push(text) }),
        run,
        env: { PATH: `${folder}:${process.env['PATH']}`, LOG: log, INSTALLED: installed },
        ldd: () => (existsSync(installed) ? '' : ldd),
        has: (program: string) => programs.includes(program) || (program === 'Xvfb' && existsSync(installed)),
        knows: (name: string) => knows.includes(name),
      }),
  };
}

describe('the libraries of Electron', () => {
  it('are read off what ldd says', () => {
    expect(missingLibraries(LACKING)).toEqual(['libgtk-3.so.0', 'libasound.so.2']);
    expect(missingLibraries('	not a dynamic executable\n')).toEqual([]);
  });

  it('cost nothing when all are there', async () => {
    const { ensure, calls, lines } = machine({ ldd: '' });
    await ensure();
    expect(calls()).toEqual([]);
    expect(lines).toEqual([]);
  });

  it('are installed with apt as root, under the names that this system knows', async () => {
    const { ensure, calls, lines } = machine({
      knows: ['libgtk-3-0', 'libasound2t64', 'libasound2', 'libnss3'],
    });
    await ensure();
    expect(calls()).toEqual([
      'noninteractive -o DPkg::Lock::Timeout=180 update',
      'noninteractive -o DPkg::Lock::Timeout=180 install -y --no-install-recommends libgtk-3-0 libnss3 libasound2t64 libgbm1 fonts-liberation',
    ]);
    expect(lines).toEqual([
      '- Installing what Electron needs with apt (missing: libgtk-3.so.0 and 1 more)\n',
    ]);
  });

  it('bring Xvfb where there is no display', async () => {
    const { ensure, calls } = machine({ ldd: '', needsXvfb: true });
    await ensure();
    expect(calls()[1]).toContain('install -y --no-install-recommends xvfb');
  });

  it('go on after an apt that was interrupted earlier', async () => {
    const script = `if [ -e "$LOG.once" ]; then touch "$INSTALLED"; else touch "$LOG.once"; echo "E: dpkg was interrupted, you must manually run 'dpkg --configure -a'" >&2; exit 100; fi`;
    const { ensure, calls } = machine({ script });
    await ensure();
    expect(calls().map((call) => call.split(' ').slice(0, 2).join(' '))).toContain('dpkg --configure');
    expect(calls()).toHaveLength(4);
  });
});

describe('libraries that cannot be had', () => {
  it('not root: the exact command, and nothing is run', async () => {
    const { ensure, calls } = machine({ uid: 1000, needsXvfb: true, knows: ['libgtk-3-0t64'] });
    await expect(ensure()).rejects.toMatchObject({
      code: 'libraries-missing',
      message:
        'This machine lacks what Electron needs to open a window: libgtk-3.so.0, libasound.so.2, Xvfb (there is no display).',
      remedy: expect.stringContaining(
        '\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends libgtk-3-0t64 libnss3 libasound2 libgbm1 fonts-liberation xvfb',
      ) as string,
    });
    expect(calls()).toEqual([]);
  });

  it.each([
    ['dnf', 'sudo dnf install gtk3 nss alsa-lib mesa-libgbm'],
    ['pacman', 'sudo pacman -S gtk3 nss alsa-lib mesa'],
  ])('a system with %s', async (program, command) => {
    const { ensure } = machine({ uid: 1000, programs: [program] });
    await expect(ensure()).rejects.toMatchObject({ remedy: expect.stringContaining(command) as string });
  });

  it('root without apt: the command without sudo', async () => {
    const { ensure } = machine({ programs: ['dnf'] });
    await expect(ensure()).rejects.toMatchObject({
      remedy: expect.stringMatching(/\n {2}dnf install/) as string,
    });
  });

  it.each([
    [
      'no-network',
      `echo "E: Failed to fetch http://deb.example/  Temporary failure resolving 'deb.example'" >&2; exit 100`,
    ],
    ['disk-full', `echo "E: You don't have enough free space in /var/cache/apt/archives/." >&2; exit 100`],
    ['disk-full', `echo "dpkg: error: cannot copy: No space left on device" >&2; exit 1`],
    ['libraries-missing', 'true'],
  ])('%s, as apt tells it', async (code, script) => {
    await expect(machine({ script }).ensure()).rejects.toMatchObject({ code });
  });
});

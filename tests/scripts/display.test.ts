import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import { needsVirtualDisplay, startVirtualDisplay } from '../../scripts/lib/display.mjs';
import { freshFolder, writeProgram } from './mini-project.ts';

describe('the display', () => {
  it('is missing only on Linux without X and without Wayland', () => {
    expect(needsVirtualDisplay({ platform: 'linux', env: {} })).toBe(true);
    expect(needsVirtualDisplay({ platform: 'linux', env: { DISPLAY: '' } })).toBe(true);
    expect(needsVirtualDisplay({ platform: 'linux', env: { DISPLAY: ':0' } })).toBe(false);
    expect(needsVirtualDisplay({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(false);
    expect(needsVirtualDisplay({ platform: 'darwin', env: {} })).toBe(false);
  });

  it('is the one that the server chooses, and the server ends with it', async () => {
    const folder = freshFolder('xvfb');
    const ended = path.join(folder, 'ended');
    const command = path.join(folder, 'Xvfb');
    writeProgram(
      command,
      `#!/bin/sh\ntrap 'touch ${ended}; exit 0' TERM\necho 77 >&3\nexec 3>&-\nwhile :; do sleep 0.05; done\n`,
    );
    const { display, stop } = await startVirtualDisplay({ env: process.env, command });
    expect(display).toBe(':77');
    expect(existsSync(ended)).toBe(false);
    stop();
    await expect.poll(() => existsSync(ended), { timeout: 5000 }).toBe(true);
  });

  it('that cannot be started says why', async () => {
    const command = path.join(freshFolder('xvfb'), 'Xvfb');
    writeProgram(command, '#!/bin/sh\necho "Fatal server error: no screens" >&2\nexit 1\n');
    await expect(startVirtualDisplay({ env: process.env, command })).rejects.toMatchObject({
      code: 'no-display',
      message: expect.stringContaining('Fatal server error: no screens') as string,
    });
    const missing = { env: process.env, command: '/nowhere/Xvfb' };
    await expect(startVirtualDisplay(missing)).rejects.toMatchObject({ code: 'no-display' });
  });
});

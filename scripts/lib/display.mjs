import { spawn } from 'node:child_process';

import { SetupFailure } from './failure.mjs';

const START_MS = 15_000;

/** @param {{ platform: string, env: NodeJS.ProcessEnv }} world @returns {boolean} whether windows have nowhere to go */
export function needsVirtualDisplay({ platform, env }) {
  return platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'];
}

/**
 * Starts Xvfb and waits until it accepts windows.
 *
 * `-displayfd` lets the server itself choose a free display; choosing one beforehand (as `xvfb-run -a` does) is a race
 * between two runs. The shell around it ends the server when its standard input closes, that is, however this process
 * ends; no server is left over. It runs in a process group of its own, so that Ctrl+C in a terminal does not take the
 * display away before the app has saved.
 *
 * @param {{ env: NodeJS.ProcessEnv, command?: string }} world `command` is the server program
 * @returns {Promise<{ display: string, stop: () => void }>} e.g. `:99`
 */
export function startVirtualDisplay({ env, command = 'Xvfb' }) {
  const script =
    '"$0" -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp -noreset </dev/null & server=$!; ' +
    'exec 3>&-; cat >/dev/null; kill $server';
  const shell = spawn('sh', ['-c', script, command], {
    env,
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const [lifeline, , errors, answer] = /** @type {any[]} */ (shell.stdio);
  const stop = () => lifeline.destroy();
  return new Promise((resolve, reject) => {
    let number = '';
    let complaints = '';
    const timer = setTimeout(() => fail('it did not answer in time'), START_MS);
    const fail = (reason) => {
      clearTimeout(timer);
      stop();
      reject(
        new SetupFailure(
          'no-display',
          `There is no display, and the virtual one (Xvfb) could not be started: ${reason}.`,
          'Start an X server and set DISPLAY, or put Xvfb in order, then run the same command again.',
        ),
      );
    };
    errors.on('data', (chunk) => (complaints = (complaints + chunk).slice(-2000)));
    shell.once('error', (error) => fail(error.message));
    // Only the server holds the other end: it closes without a number when the server has died.
    answer.once('close', () => fail(complaints.trim() || 'it ended at once'));
    answer.on('data', (chunk) => {
      number += chunk;
      if (!number.includes('\n')) return;
      clearTimeout(timer);
      answer.removeAllListeners('close');
      // Neither the server nor its pipes may keep this process from ending.
      shell.unref();
      for (const stream of [lifeline, errors, answer]) stream.unref();
      resolve({ display: `:${number.trim()}`, stop });
    });
  });
}

import { spawn } from 'node:child_process';
import os from 'node:os';

/**
 * Runs a program in the foreground, sharing the terminal. Ctrl+C reaches the child directly (same process group), so
 * this process only waits for it; other requests to end are handed on.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onStderr?: (text: string) => void }} options `onStderr` sees what the
 *   child complains about, which still goes to stderr
 * @returns {Promise<number>} the exit code; 128 + n stands for signal n, as in a shell
 */
export function runInForeground(command, args, { onStderr, cwd, env } = {}) {
  return new Promise((resolve, reject) => {
    const stderr = onStderr === undefined ? 'inherit' : 'pipe';
    /** @type {import('node:child_process').ChildProcess} */
    const child = spawn(command, args, { cwd, env, stdio: ['inherit', 'inherit', stderr] });
    const ignore = () => {};
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', ignore).on('SIGTERM', forward).on('SIGHUP', forward);
    child.stderr?.on('data', (chunk) => {
      process.stderr.write(chunk);
      onStderr?.(String(chunk));
    });
    const finish = () => process.off('SIGINT', ignore).off('SIGTERM', forward).off('SIGHUP', forward);
    child.once('error', (error) => {
      finish();
      reject(error);
    });
    child.once('close', (code, signal) => {
      finish();
      resolve(code ?? 128 + (signal === null ? 0 : os.constants.signals[signal]));
    });
  });
}

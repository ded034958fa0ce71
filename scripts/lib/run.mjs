import { spawn } from 'node:child_process';

const KEPT_OUTPUT = 64 * 1024;
const TICK_MS = 1000;
/** @type {NodeJS.Signals[]} */
const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end and keeps the end of what it printed.
 *
 * `stallMs` ends it when `activity()` (any growing number, e.g. bytes on disk) has not changed for so long. A limit on
 * the whole time would also end an honest download over a slow line; a limit on standstill ends only a dead one.
 *
 * @param {{ command: string, args: readonly string[] }} program
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, stallMs?: number, activity?: () => number,
 *   onTick?: (activity: number) => void, onStart?: (pid: number) => void }} options
 * @returns {Promise<{ code: number, output: string, stalled: boolean }>} code 127 when the program does not exist
 */
export function run(program, options = {}) {
  const { cwd, env, stallMs = Infinity, activity = () => 0, onTick = () => {}, onStart = () => {} } = options;
  return new Promise((resolve) => {
    const child = spawn(program.command, program.args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let stalled = false;
    let last = { value: -1, at: Date.now() };
    const keep = (chunk) => {
      output = (output + chunk).slice(-KEPT_OUTPUT);
      last = { ...last, at: Date.now() };
    };
    const timer = setInterval(() => {
      const value = activity();
      if (value !== last.value) last = { value, at: Date.now() };
      onTick(value);
      if (Date.now() - last.at > stallMs) {
        stalled = true;
        child.kill('SIGKILL');
      }
    }, TICK_MS);
    const stop = endWithParent(child);
    const finish = (code) => {
      clearInterval(timer);
      stop();
      resolve({ code, output, stalled });
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    if (child.pid !== undefined) onStart(child.pid);
    child.once('error', (error) => {
      keep(String(error));
      finish(127);
    });
    child.once('close', (code, signal) => {
      if (signal !== null && !stalled) keep(`\nended by ${signal}`);
      finish(code ?? 1);
    });
  });
}

/**
 * Ends a child when this process is asked to end, so that no installer goes on alone.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} undoes it
 */
function endWithParent(child) {
  const handlers = ENDING_SIGNALS.map((signal) => {
    const handler = () => {
      child.kill(signal);
      // The child had its chance to end in order; the exit code is what a shell reports for this signal.
      child.once('close', () => process.exit(signal === 'SIGINT' ? 130 : 143));
    };
    process.on(signal, handler);
    return { signal, handler };
  });
  return () => handlers.forEach(({ signal, handler }) => process.off(signal, handler));
}

/** Prints what set-up does: one line a step, a changing (or, without a terminal, an occasional) line for a long download. */

const PLAIN_INTERVAL_MS = 10_000;
const TERMINAL_INTERVAL_MS = 200;

/**
 * @param {{ write(text: string): unknown, isTTY?: boolean }} stream where the lines go
 * @param {() => number} now milliseconds, for the pace of progress lines
 * @returns {{ step(text: string): void, warn(text: string): void, progress(text: string): void }}
 */
export function createSteps(stream, now = Date.now) {
  let lastProgress = -Infinity;
  let openLine = false;
  const closeLine = () => {
    if (openLine) stream.write('\r\u001b[K');
    openLine = false;
  };
  const print = (text) => {
    closeLine();
    lastProgress = -Infinity;
    stream.write(`${text}\n`);
  };
  return {
    step: (text) => print(`- ${text}`),
    warn: (text) => print(`! ${text}`),
    progress(text) {
      const interval = stream.isTTY ? TERMINAL_INTERVAL_MS : PLAIN_INTERVAL_MS;
      if (lastProgress === -Infinity) lastProgress = now() - (stream.isTTY ? interval : interval / 2);
      if (now() - lastProgress < interval) return;
      lastProgress = now();
      if (stream.isTTY) stream.write(`\r\u001b[K  ${text}`);
      else stream.write(`  ${text}\n`);
      openLine = stream.isTTY === true;
    },
  };
}

/** @param {number} bytes @returns {string} e.g. `196 MB` (decimal megabytes) */
export function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}

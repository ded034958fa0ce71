/**
 * A set-up step that could not be done: what went wrong (`message`) and what the person can do next (`remedy`).
 * Thrown by every module in this folder for causes outside the code; anything else that is thrown is a bug.
 */
export class SetupFailure extends Error {
  /**
   * @param {string} code short stable name, e.g. `no-network`
   * @param {string} message what went wrong, one sentence
   * @param {string} remedy what to do next; may hold a command on a line of its own
   */
  constructor(code, message, remedy) {
    super(message);
    this.name = 'SetupFailure';
    this.code = code;
    this.remedy = remedy;
  }
}

const NO_NETWORK =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|UND_ERR_\w+|fetch failed|network request|Temporary failure resolving|Could not resolve)\b/i;

/** Known causes, most specific first: a full disk often shows up next to a broken download. */
const CAUSES = [
  {
    code: 'disk-full',
    pattern: /\bENOSPC\b|no space left on device|enough free space|not enough space/i,
    message: 'the disk is full',
    remedy: 'Free some disk space (about 2 GB are needed in all), then run the same command again.',
  },
  {
    code: 'corrupt-download',
    pattern: /\b(EINTEGRITY|Z_DATA_ERROR|Z_BUF_ERROR|BAD_ARCHIVE|integrity checksum failed)\b/,
    message: 'a download arrived damaged',
    remedy: 'Run `npm cache verify`, then the same command again.',
  },
  {
    code: 'no-network',
    pattern: NO_NETWORK,
    message: 'the network could not be reached',
    remedy:
      'Check the connection (and the proxy, if there is one: `npm config get proxy`), then run the same command again.',
  },
  {
    code: 'no-permission',
    pattern: /\b(EACCES|EPERM|EROFS)\b|permission denied|read-only file system/i,
    message: 'a file or folder may not be written',
    remedy:
      'Make the project folder and your cache folder writable for your user, then run the same command again.',
  },
  {
    code: 'lockfile',
    pattern: /\bEUSAGE\b|can only install packages when your package\.json/i,
    message: 'package.json and package-lock.json do not belong together',
    remedy: 'Run `npm install` once to bring the two files together, then the same command again.',
  },
];

/**
 * Turns the output of a failed program (or an error's message) into a failure that a person can act on.
 * @param {string} what the step that failed, e.g. `The dependencies could not be installed`
 * @param {string} output all that the program printed
 * @returns {SetupFailure} with the cause's remedy, or with the output's end when the cause is unknown
 */
export function explainFailure(what, output) {
  const cause = CAUSES.find(({ pattern }) => pattern.test(output));
  if (cause !== undefined) return new SetupFailure(cause.code, `${what}: ${cause.message}.`, cause.remedy);
  const tail = output.trim().split('\n').slice(-12).join('\n');
  return new SetupFailure(
    'failed',
    tail === '' ? `${what}.` : `${what}. The last lines were:\n${tail}`,
    'Put right what the lines above name, then run the same command again.',
  );
}

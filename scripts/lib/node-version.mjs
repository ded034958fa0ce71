/**
 * The one check that must run on any Node: written without newer syntax, and without imports, because an older Node
 * would stop at them with a syntax error instead of this message.
 */

/** The oldest Node that can set the project up: from here on `require()` can load ES modules, which Electron's own installer needs. */
const OLDEST_NODE = [20, 19];

/**
 * @param {string} version e.g. `20.19.0`
 * @returns {string | undefined} what to tell the person, undefined when the version will do
 */
export function nodeVersionProblem(version) {
  const parts = version.split('.').map(Number);
  const major = parts[0];
  const minor = parts[1];
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return undefined;
  return (
    'Galley needs Node ' +
    OLDEST_NODE.join('.') +
    ' or newer; this is Node ' +
    version +
    '.\n  Install a newer one from https://nodejs.org (or with your version manager, e.g. `nvm install 22`), then run the same command again.'
  );
}

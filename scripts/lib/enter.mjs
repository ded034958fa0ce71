import { nodeVersionProblem } from './node-version.mjs';

/**
 * The first thing that every command does. Everything else is imported only after the version check, since the modules
 * use syntax that an old Node cannot even parse.
 *
 * A command's module exports `main(process)`, which resolves to the exit code. An expected failure (it carries a
 * `remedy`) is printed as what went wrong and what to do; anything else is a bug and keeps its stack.
 *
 * @param {() => Promise<{ main: (world: NodeJS.Process) => Promise<number> }>} load imports the command
 */
export function enter(load) {
  // GALLEY_TEST_NODE_VERSION lets a test stand for an old Node.
  const problem = nodeVersionProblem(process.env.GALLEY_TEST_NODE_VERSION || process.versions.node);
  if (problem !== undefined) {
    process.stderr.write('\nx ' + problem + '\n');
    process.exitCode = 1;
    return;
  }
  load()
    .then(function (command) {
      return command.main(process);
    })
    .then(
      function (code) {
        process.exitCode = code;
      },
      function (error) {
        if (error.remedy === undefined) process.stderr.write('\n' + error.stack + '\n');
        else process.stderr.write('\nx ' + error.message + '\n  ' + error.remedy + '\n');
        process.exitCode = 1;
      },
    );
}

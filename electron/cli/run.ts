import { readArguments } from './arguments.ts';
import { runCheck } from './check.ts';
import { runExport } from './export.ts';
import { helpText } from './help.ts';
import { complainOf, exitCodes } from './world.ts';
import type { ExitCode, World } from './world.ts';
import { assertNever } from '../../core/base/assert-never.ts';

/** Does what the arguments (those after the program's name) ask for. */
export async function runGalley(
  args: readonly string[],
  world: World & { readonly version: string },
): Promise<ExitCode> {
  const request = readArguments(args);
  if (!request.ok) {
    complainOf(world, undefined, request.failure);
    return exitCodes.usage;
  }
  switch (request.value.kind) {
    case 'help':
      await world.write(helpText(request.value.topic));
      return exitCodes.fine;
    case 'version':
      await world.write(`galley ${world.version}\n`);
      return exitCodes.fine;
    case 'export':
      return runExport(request.value, world);
    case 'check':
      return runCheck(request.value, world);
    default:
      return assertNever(request.value);
  }
}

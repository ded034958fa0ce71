import * as v from 'valibot';
import { err } from '../../core/base/result.ts';
import type { Result } from '../../core/base/result.ts';
import { calls } from '../../core/ipc/contract.ts';
import type { CallName } from '../../core/ipc/contract.ts';
import type { Handlers } from './ipc-types.ts';
import type { Log } from './log.ts';

/**
 * Answers a call by its name: unknown names and arguments that do not fit are refused, a handler that throws is
 * logged and answered with the failure `internal`. Never rejects.
 */
export function createDispatcher(
  handlers: Handlers,
  log: Log,
): (name: unknown, args: unknown) => Promise<Result<unknown>> {
  return async (name, args) => {
    if (!isCallName(name)) {
      log.warn('Refused a call that does not exist');
      return err('unknown-call', 'Galley does not know this request.');
    }
    try {
      return await answer(handlers, name, args, log);
    } catch (error) {
      log.error(`${name} failed`, error);
      return err(
        'internal',
        'Galley met a fault of its own and could not do this.',
        'Try again; if it happens again, Help > Show Log says more.',
      );
    }
  };
}

async function answer<Name extends CallName>(
  handlers: Handlers,
  name: Name,
  args: unknown,
  log: Log,
): Promise<Result<unknown>> {
  const parsed = v.safeParse(calls[name].args, args);
  if (!parsed.success) {
    const where = parsed.issues.map((issue) => v.getDotPath(issue) ?? 'arguments').join(', ');
    log.warn(`Refused ${name}: ${where} did not fit`);
    return err('bad-arguments', 'Galley refused a request that did not make sense.');
  }
  return handlers[name](parsed.output);
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name);
}

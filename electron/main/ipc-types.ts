import type { Result } from '../../core/base/result.ts';
import type { CallAnswer, CallArgs, CallName } from '../../core/ipc/contract.ts';

/** One answer for each call of the contract; arguments arrive validated. */
export type Handlers = {
  readonly [Name in CallName]: (args: CallArgs<Name>) => Promise<Result<CallAnswer<Name>>>;
};

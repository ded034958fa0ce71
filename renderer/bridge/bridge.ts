import * as v from 'valibot';
import { err } from '../../core/base/result.ts';
import { events } from '../../core/ipc/contract.ts';
import type { CallName, EventName, GalleyApi } from '../../core/ipc/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload script; nothing but this file uses it. */
    readonly galley: GalleyApi;
  }
}

/** What the bridge tells of trouble between the two sides: a dropped event, a call that threw. */
export type BridgeTrouble = (message: string) => void;

/**
 * The window's way to main. A call that throws there becomes a failure with the code `no-answer`;
 * an event whose payload does not fit its validator is reported and dropped.
 */
export function createBridge(
  api: GalleyApi = window.galley,
  report: BridgeTrouble = (message) => console.error(message),
): GalleyApi {
  return {
    call: async (name, args) => {
      try {
        return await api.call(name, args);
      } catch (error) {
        report(`${name} threw: ${describe(error)}`);
        return noAnswer(name);
      }
    },
    on: (name, listener) =>
      api.on(name, (payload) => {
        if (fits(name, payload)) listener(payload);
        else report(`Dropped ${name}: its payload does not fit the contract`);
      }),
  };
}

function fits(name: EventName, payload: unknown): boolean {
  return v.is(events[name].payload, payload);
}

function noAnswer(name: CallName): ReturnType<typeof err> {
  return err(
    'no-answer',
    `Galley could not do that (${name} gave no answer). Your text was not touched.`,
    'Try again; if it happens again, Help > Show Log says more.',
  );
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

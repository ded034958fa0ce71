import type { PageWorker } from './page-client.ts';
import { renderWorkerUrl } from './render-worker-url.ts';
import type { PageAnswer } from './worker/protocol.ts';

/** As far as used here; TypeScript's own library does not know trusted types. */
interface ScriptUrlPolicy {
  readonly createScriptURL: (url: string) => string;
}

interface PolicyFactory {
  readonly createPolicy: (name: string, rules: ScriptUrlPolicy) => ScriptUrlPolicy;
}

const trusted = scriptUrlPolicy();

/** Starts the worker that makes pages: the only script that the window may load besides its own. */
export function createRenderWorker(): PageWorker {
  const worker = new Worker(trusted.createScriptURL(renderWorkerUrl), { type: 'module', name: 'pages' });
  return {
    send: (request) => worker.postMessage(request),
    listen: (onAnswer, onFault) => {
      worker.onmessage = ({ data }: MessageEvent<PageAnswer>) => onAnswer(data);
      worker.onerror = ({ message }) => onFault(message);
    },
    terminate: () => worker.terminate(),
  };
}

/** The window's policy for script addresses: it lets the worker's pass and no other. */
function scriptUrlPolicy(): ScriptUrlPolicy {
  const rules: ScriptUrlPolicy = {
    createScriptURL: (url) => {
      if (url !== renderWorkerUrl) throw new TypeError(`Not a script of the window: ${url}`);
      return url;
    },
  };
  const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory };
  return trustedTypes?.createPolicy('galley', rules) ?? rules;
}

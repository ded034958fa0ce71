import { contextBridge, ipcRenderer } from 'electron';
import type { EventName, EventPayload, GalleyApi } from '../../core/ipc/contract.ts';

type Listener = (payload: unknown) => void;

const listeners = new Map<EventName, Set<Listener>>();

ipcRenderer.on('galley:event', (_event, name: EventName, payload: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(payload);
});

/** All that the window can ask of the machine: one channel for calls, one for events. Main checks every name. */
const galley = {
  // What main answers is typed by the contract alone.
  call: (name, args) => ipcRenderer.invoke('galley:call', name, args) as Promise<never>,
  on: <Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void) => {
    const known = listeners.get(name) ?? new Set<Listener>();
    listeners.set(name, known);
    known.add(listener as Listener);
    return () => void known.delete(listener as Listener);
  },
} satisfies GalleyApi;

contextBridge.exposeInMainWorld('galley', galley);

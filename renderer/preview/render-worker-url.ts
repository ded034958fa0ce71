import url from './worker/render.worker.ts?worker&url';

/** Address of the worker that makes pages, for the window's list of trusted scripts. */
export const renderWorkerUrl: string = url;

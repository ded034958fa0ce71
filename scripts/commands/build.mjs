import { prepare } from '../lib/prepare.mjs';

/**
 * `npm run build`: sets up and builds the app and the command line into `out/`.
 * @returns {Promise<number>}
 */
export async function main() {
  const { steps } = await prepare({ build: ['app', 'cli'] });
  steps.step('The build in out/ is up to date');
  return 0;
}

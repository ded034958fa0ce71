import { enter } from './lib/enter.mjs';

enter(() => import('./commands/screens.mjs'));

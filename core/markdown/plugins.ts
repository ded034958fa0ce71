import { alignment } from './plugins/alignment.ts';
import { classes } from './plugins/classes.ts';
import { headings } from './plugins/headings.ts';
import { ids } from './plugins/ids.ts';
import { images } from './plugins/images.ts';
import { links } from './plugins/links.ts';
import { scrollers } from './plugins/scrollers.ts';
import { tableHeaders } from './plugins/table-headers.ts';
import type { BlockPlugin } from './plugin.ts';

/** The plugins, in the order in which they run. `ids` and `headings` count elements, so nothing may remove any before them. */
export const blockPlugins: readonly BlockPlugin[] = [
  headings,
  ids,
  links,
  alignment,
  tableHeaders,
  images,
  scrollers,
  classes,
];

import { avif } from './avif.ts';
import { gif } from './gif.ts';
import type { ImageFormat } from './image-format.ts';
import { jpeg } from './jpeg.ts';
import { png } from './png.ts';
import { svg } from './svg.ts';
import { webp } from './webp.ts';

/** Every image format that is shown and exported; SVG last, as it is known by text alone. */
const formats: readonly ImageFormat[] = [png, jpeg, gif, webp, avif, svg];

/** The format of these bytes by their content, or undefined when they are no image. */
export function imageFormat(bytes: Uint8Array): ImageFormat | undefined {
  return formats.find((format) => format.matches(bytes));
}

/** Pixels as shown: a turned photograph has its sides exchanged already. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** One kind of image, known by its content, never by its name. */
export interface ImageFormat {
  readonly mediaType: string;
  /** File name extension without the dot. */
  readonly extension: string;
  readonly matches: (bytes: Uint8Array) => boolean;
  /** Reads the header; undefined when it does not tell, or not within these bytes. Never throws. */
  readonly size: (bytes: Uint8Array) => ImageSize | undefined;
}

/** Whether the bytes at `offset` are these ASCII characters. */
export function hasAscii(bytes: Uint8Array, offset: number, text: string): boolean {
  if (offset + text.length > bytes.length) return false;
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[offset + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** A size of two positive numbers, or undefined. */
export function sizeOf(width: number, height: number): ImageSize | undefined {
  return width > 0 && height > 0 ? { width, height } : undefined;
}

/** A view for reading numbers; reads past the end throw a RangeError. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The answer of a header reader, or undefined when the header ends too soon. */
export function within<T>(read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

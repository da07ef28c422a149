export interface Png {
  width: number;
  height: number;
  hasAlpha: boolean;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** What the header of a PNG says; undefined for any other file. */
export function pngOf(bytes: Uint8Array): Png | undefined {
  const isPng = bytes.length > 33 && signature.every((byte, place) => bytes[place] === byte);
  if (!isPng) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // IHDR is always the first chunk: width and height at 16 and 20, colour type at 25; 4 and 6 carry alpha.
  const colourType = view.getUint8(25);
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    hasAlpha: colourType === 4 || colourType === 6,
  };
}

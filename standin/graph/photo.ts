import { crc32, deflateSync } from 'node:zlib';

const side = 96;
const background = [0xd9, 0xee, 0xe9];
const figure = [0x0b, 0x7a, 0x75];

let drawn: Uint8Array<ArrayBuffer> | undefined;

/** Head and shoulders, the same for everybody who has a photo: a picture that is nobody's. */
export function photoPng(): Uint8Array<ArrayBuffer> {
  drawn ??= draw();
  return drawn;
}

function draw(): Uint8Array<ArrayBuffer> {
  const rows = Buffer.alloc(side * (1 + side * 3));
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const isHead = (x - 48) ** 2 + (y - 36) ** 2 < 18 ** 2;
      const isShoulders = ((x - 48) / 32) ** 2 + ((y - 92) / 30) ** 2 < 1;
      rows.set(isHead || isShoulders ? figure : background, y * (1 + side * 3) + 1 + x * 3);
    }
  }
  const size = Buffer.alloc(13);
  size.writeUInt32BE(side, 0);
  size.writeUInt32BE(side, 4);
  // Eight bits of each of red, green and blue.
  size.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk('IHDR', size), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([signature, ...parts]));
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

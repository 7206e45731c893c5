/** A picture with its title, description and source inside, as the charts draw it for a file. */
export function svgFile(picture: SVGSVGElement): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  withoutComments(copy);
  const text = new XMLSerializer().serializeToString(copy).replace(NOT_IN_XML, '\ufffd');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}

/** Control characters and halves of pairs, which a name from a file may hold and XML may not. */
const NOT_IN_XML = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** The marks that a template engine leaves behind. */
function withoutComments(node: Node): void {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === Node.COMMENT_NODE) child.remove();
    else withoutComments(child);
  }
}

/** Pixels of the file for one of the picture: sharp on paper and on fine screens. */
const SCALE = 2;

/**
 * The same picture as PNG: drawn by the browser from a `data:` address, which strict policies allow for images, with
 * what the picture says of itself as text beside the pixels.
 */
export async function pngFile(picture: SVGSVGElement): Promise<Uint8Array<ArrayBuffer>> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgFile(picture))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Number(picture.getAttribute('width')) * SCALE;
  canvas.height = Number(picture.getAttribute('height')) * SCALE;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the browser made no PNG of this picture');
  const told = (name: string) => picture.querySelector(`:scope > ${name}`)?.textContent ?? '';
  return pngWithTexts(new Uint8Array(await blob.arrayBuffer()), {
    Title: told('title'),
    Description: told('desc'),
    Source: told('metadata'),
  });
}

/** Where the first chunk of a PNG, its header, ends: signature 8, length 4, name 4, content 13, checksum 4. */
const AFTER_HEADER = 33;

/** Puts texts into a PNG, behind its header: a `tEXt` chunk each, or `iTXt` where Latin-1 has not all letters. */
export function pngWithTexts(png: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const chunks = Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text));
  return joined([png.subarray(0, AFTER_HEADER), ...chunks, png.subarray(AFTER_HEADER)]);
}

function textChunk(keyword: string, text: string): Uint8Array {
  if (/^[\n -~\u00a0-\u00ff]*$/.test(text)) return chunk('tEXt', latin1(`${keyword}\0${text}`));
  // Not compressed, no language, no keyword in another language.
  return chunk('iTXt', joined([latin1(`${keyword}\0\0\0\0\0`), new TextEncoder().encode(text)]));
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const checked = joined([latin1(name), content]);
  return joined([bigEndian(content.length), checked, bigEndian(checksum(checked))]);
}

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

function bigEndian(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += part.length;
  }
  return all;
}

/** The cyclic redundancy check of PNG: ISO 3309, polynomial 0xedb88320. */
export function checksum(bytes: Uint8Array): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}

import type { Page, PaperFormat } from 'puppeteer-core';
import { extractTextItems, getDocumentProxy } from 'unpdf';

/** A printed page: its text in the order of printing, and what of it is not wholly within the margins. */
export interface Sheet {
  readonly text: string;
  readonly outside: readonly string[];
  /** Texts that are printed over others. */
  readonly overlapping: readonly string[];
}

/** In points, of which 72 make an inch. */
const MARGIN = 28;

/** Letters may lean out of their line by so much. */
const LEEWAY = 3;

/** Prints a page as its browser does, and reads the file. */
export async function print(page: Page, format: PaperFormat): Promise<Sheet[]> {
  const margin = `${MARGIN / 72}in`;
  const file = await page.pdf({ format, margin: { top: margin, bottom: margin, left: margin, right: margin } });
  const document = await getDocumentProxy(new Uint8Array(file));
  const { items } = await extractTextItems(document);
  return Promise.all(
    items.map(async (pieces, i) => {
      const [, , width, height] = (await document.getPage(i + 1)).view as [number, number, number, number];
      const [least, right, top] = [MARGIN - LEEWAY, width - MARGIN + LEEWAY, height - MARGIN + LEEWAY];
      const isOutside = (piece: (typeof pieces)[number]) =>
        piece.x < least || piece.x + piece.width > right || piece.y < least || piece.y + piece.fontSize * 0.7 > top;
      return {
        text: pieces.map(({ str }) => str).join(' '),
        outside: pieces.filter((piece) => piece.str.trim() && isOutside(piece)).map(({ str }) => str),
        overlapping: overlapping(pieces.filter(({ str }) => /[\p{L}\p{N}]/u.test(str))),
      };
    }),
  );
}

interface Piece {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
}

/** Letters of one line share their baseline; those of the next are further off than half of their height. */
function overlapping(pieces: readonly Piece[]): string[] {
  const inOrder = pieces.toSorted((a, b) => a.y - b.y);
  return inOrder.flatMap((piece, i) => {
    const found = [];
    for (let k = i + 1; k < inOrder.length; k += 1) {
      const other = inOrder[k]!;
      const apart = other.y - piece.y;
      if (apart > Math.max(piece.fontSize, other.fontSize)) break;
      const shared = Math.min(piece.x + piece.width, other.x + other.width) - Math.max(piece.x, other.x);
      const isNext = apart >= Math.min(piece.fontSize, other.fontSize) * 0.6;
      if (apart > LEEWAY / 2 && !isNext && shared > LEEWAY) found.push(`${piece.str} / ${other.str}`);
    }
    return found;
  });
}

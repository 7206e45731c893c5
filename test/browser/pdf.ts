import type { Page, PaperFormat } from 'puppeteer-core';
import { extractTextItems, getDocumentProxy } from 'unpdf';

/** A printed page: its text in the order of printing, and what of it is not wholly within the margins. */
export interface Sheet {
  readonly text: string;
  readonly outside: readonly string[];
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
      };
    }),
  );
}

import { fixtureSync, html } from '@open-wc/testing';
import { render } from 'lit';
import { chartStyles } from '../../src/charts/charts.styles.js';
import { styles } from '../../src/element/vitiligo-outlook.styles.js';
import { enPooling } from '../../src/i18n/en.pooling.js';
import { createPoolingWords } from '../../src/i18n/pooling.js';
import { english } from '../../src/i18n/translate.js';

export const poolingWords = createPoolingWords(english, enPooling);

/** Draws in a shadow tree with the element's styles, as wide as asked, from right to left where asked. */
export function draw(template: unknown, width = 900, dir = 'ltr'): ShadowRoot {
  const page = fixtureSync<HTMLElement>(html`<div dir=${dir} style="width: ${width}px"><div></div></div>`);
  const root = page.firstElementChild!.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [styles.styleSheet!, chartStyles.styleSheet!];
  redraw(root, template);
  // Once more, now that the rows can be measured: their marks are drawn over them.
  atOnce(() => redraw(root, template));
  return root;
}

/** Where sizes are measured at once, as on a page in the background, and not in the next frame. */
export function atOnce(work: () => void): void {
  Object.defineProperty(document, 'hidden', { value: true, configurable: true });
  try {
    work();
  } finally {
    Reflect.deleteProperty(document, 'hidden');
  }
}

export function redraw(root: ShadowRoot, template: unknown): void {
  render(html`<div class="root">${template}</div>`, root);
}

export function every<E extends Element = SVGGraphicsElement>(root: ParentNode, selector: string): E[] {
  return [...root.querySelectorAll<E>(selector)];
}

export function only<E extends Element = SVGGraphicsElement>(root: ParentNode, selector: string): E {
  const found = every<E>(root, selector);
  if (found.length !== 1) throw new Error(`${found.length} of ${selector}`);
  return found[0]!;
}

/**
 * Where a mark begins and ends across, in per cent of the picture that holds it, as the browser laid it out: the shape
 * itself, without its line, which Firefox's box on the screen includes.
 */
export function extent(mark: SVGGraphicsElement): [from: number, to: number] {
  const outer = pictureOf(mark).getBoundingClientRect();
  const { x, width } = mark.getBBox();
  const toScreen = mark.getScreenCTM()!;
  const percent = (at: number) => ((at * toScreen.a + toScreen.e - outer.left) / outer.width) * 100;
  return [percent(x), percent(x + width)];
}

/** A mark of a table of intervals. */
export interface RowMark {
  readonly row: HTMLTableRowElement;
  /** In per cent of the picture's width. */
  readonly from: number;
  readonly to: number;
  readonly middle: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** The data of its path, from "M" on. */
  readonly outline: string;
}

/** The marks of all rows in a look, such as "plot-study", which share a path, as the browser laid them out. */
export function marksIn(root: ParentNode, look: string): RowMark[] {
  return every<SVGPathElement>(root, '.plot-marks path').flatMap((path) => {
    if (path.getAttribute('class') !== look) return [];
    const rows = [...path.closest('table')!.tBodies[0]!.rows];
    return outlinesOf(path).map((outline) => {
      const alone = path.cloneNode() as SVGPathElement;
      alone.setAttribute('d', outline);
      path.after(alone);
      const [from, to] = extent(alone);
      const { y, width, height } = alone.getBBox();
      const { d, f } = alone.getScreenCTM()!;
      alone.remove();
      const centre = (y + height / 2) * d + f;
      const row = rows.find((one) => one.getBoundingClientRect().bottom > centre)!;
      return { row, from, to, middle: (from + to) / 2, width, height, outline };
    });
  });
}

/** The data of each mark of a path. */
export const outlinesOf = (path: SVGPathElement) => path.getAttribute('d')!.split(/(?=M)/).filter(Boolean);

/** The only mark of a row in a look. */
export function markIn(row: HTMLTableRowElement, look: string): RowMark {
  const found = marksIn(row.closest('table')!, look).filter((mark) => mark.row === row);
  if (found.length !== 1) throw new Error(`${found.length} of ${look} in ${row.innerText}`);
  return found[0]!;
}

/** Round marks are arcs. */
export const isRound = ({ outline }: RowMark) => outline.includes('a');

/** The middle of a mark, in per cent of the picture's width. */
export function middle(mark: SVGGraphicsElement): number {
  const [from, to] = extent(mark);
  return (from + to) / 2;
}

function pictureOf(mark: Element): Element {
  let picture = mark.closest('svg')!;
  for (let outer; (outer = picture.parentElement?.closest('svg')); ) picture = outer;
  return picture;
}

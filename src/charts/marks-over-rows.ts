import { noChange, render, type ElementPart } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { marksOf, type MarkedRows, type RowPlace } from './row-marks.js';

/**
 * Draws the marks of all rows of a table into a group of the picture in its foot: ten pictures, one in each row, take a
 * browser much longer than one. It reaches up over the rows, so it must know where these are: they are measured when
 * the size of one changes, before that is painted, and not when only the marks do.
 */
class MarksOverRows extends Directive {
  readonly #sizes = new ResizeObserver(() => this.#measure());
  #table: HTMLTableElement | null = null;
  #drawn: MarkedRows | null = null;
  #places: readonly RowPlace[] = [];

  render(_drawn: MarkedRows): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [drawn]: [MarkedRows]): unknown {
    this.#table = element.closest('table');
    this.#drawn = drawn;
    if (drawn.rows.length && drawn.rows.length === this.#places.length) this.#draw();
    else this.#watch();
    return noChange;
  }

  /** Sizes are told in the next frame, even those that are as they were; a page in the background has no frames. */
  #watch() {
    const table = this.#table!;
    this.#sizes.disconnect();
    for (const box of [table, ...table.tBodies[0]!.rows]) this.#sizes.observe(box, { box: 'border-box' });
    if (document.hidden) this.#measure();
  }

  #measure() {
    const picture = this.#marks()?.ownerSVGElement;
    if (!picture) return;
    const { top: bottom, width: seen } = picture.getBoundingClientRect();
    const width = Number.parseFloat(getComputedStyle(picture).width);
    // A page may be shown larger or smaller than it is laid out. What is not shown at all is nowhere.
    const scale = seen / width;
    if (!(scale > 0)) return;
    this.#places = [...this.#table!.querySelectorAll('tbody .plot-cell')].map((cell) => {
      const { top, height } = cell.getBoundingClientRect();
      return { width, top: (top - bottom) / scale, height: height / scale };
    });
    this.#draw();
  }

  #draw() {
    render(marksOf(this.#drawn!, this.#places, true), this.#marks()!);
  }

  #marks() {
    return this.#table!.querySelector<SVGGElement>('.plot-marks');
  }
}

/** `<tfoot ${marksOverRows(table)}>`, with a group of this class inside. */
export const marksOverRows = directive(MarksOverRows);

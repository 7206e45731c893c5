import { noChange, render, type ElementPart } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { marksOf, type Drawn, type Place } from './row-marks.js';

/**
 * Draws the marks of all rows of a table into a group of the picture in its foot: ten pictures, one in each row, take a
 * browser much longer than one. It reaches up over the rows, so it must know where these are: they are measured when
 * the size of one changes, before that is painted, and not when only the marks do.
 */
class MarksOverRows extends Directive {
  readonly #sizes = new ResizeObserver(() => this.#measure());
  #table: HTMLTableElement | null = null;
  #drawn: Drawn | null = null;
  #places: readonly Place[] = [];

  render(_drawn: Drawn): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [drawn]: [Drawn]): unknown {
    this.#table = element.closest('table');
    this.#drawn = drawn;
    if (drawn.rows.length && drawn.rows.length === this.#places.length) this.#draw();
    else this.#watch();
    return noChange;
  }

  /** Sizes are told in the next frame, even those that are as they were. A page in the background has no frames. */
  #watch() {
    this.#sizes.disconnect();
    for (const box of [this.#table!, ...this.#cells()]) this.#sizes.observe(box, { box: 'border-box' });
    if (document.hidden) this.#measure();
  }

  #measure() {
    const marks = this.#marks();
    // On a page that is shown larger or smaller, what is on the screen is too; what is hidden is nowhere.
    const toScreen = marks?.getScreenCTM();
    if (!toScreen) return;
    const { a, d, f } = toScreen;
    const width = marks!.ownerSVGElement!.getBoundingClientRect().width / a;
    this.#places = this.#cells().map((cell) => {
      const { top, height } = cell.getBoundingClientRect();
      return { width, top: (top - f) / d, height: height / d };
    });
    this.#draw();
  }

  #draw() {
    render(marksOf(this.#drawn!, this.#places), this.#marks()!);
  }

  #cells() {
    return [...this.#table!.tBodies[0]!.querySelectorAll('.plot-cell')];
  }

  #marks() {
    return this.#table!.querySelector<SVGGElement>('.plot-marks');
  }
}

/** `<tfoot ${marksOverRows(table)}>`, with a group of this class inside. */
export const marksOverRows = directive(MarksOverRows);

import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { MODULES, pageWith, withSite } from './temporary-site.js';

const page = pageWith(MODULES, '<vitiligo-outlook view="clinician"></vitiligo-outlook>');

/** A row of the forest plot: where it is, and where its interval and its square are drawn. In pixels. */
interface Row {
  readonly name: string;
  readonly middle: number;
  readonly height: number;
  readonly line: Extent;
  readonly square: Extent;
  readonly axis: Extent;
}

/** Across, and the middle of what is drawn. */
interface Extent {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/** Runs in the page: what is drawn over all rows, or in each for print. */
function rowsOf(element: Element, inPrint: boolean): Row[] {
  const table = element.shadowRoot!.querySelector('.plot-switched') as HTMLTableElement;
  const extentOf = ({ left, right, top, bottom }: DOMRect) => ({ from: left, to: right, y: (top + bottom) / 2 });
  const pieces = (within: Element, look: string) => {
    const path = within.querySelector<SVGPathElement>(`path[class="${look}"]`)!;
    return path.getAttribute('d')!.split(/(?=M)/).map((outline) => {
      const alone = path.cloneNode() as SVGPathElement;
      alone.setAttribute('d', outline);
      path.after(alone);
      const { x, y, width, height } = alone.getBBox();
      const { a, d, e, f } = alone.getScreenCTM()!;
      alone.remove();
      return { from: x * a + e, to: (x + width) * a + e, y: (y + height / 2) * d + f };
    });
  };
  const axis = extentOf(table.querySelector('[role=img]')!.getBoundingClientRect());
  return [...table.tBodies[0]!.querySelectorAll<HTMLElement>('tr:not(.plot-row-pool)')].map((row, i) => {
    const cell = row.querySelector('.plot-cell')!.getBoundingClientRect();
    const within = inPrint ? row.querySelector('.plot-print')! : table.querySelector('.plot-marks')!;
    const at = inPrint ? 0 : i;
    return {
      name: row.querySelector('th')!.textContent.trim(),
      middle: extentOf(cell).y,
      height: cell.height,
      line: pieces(within, 'plot-interval')[at]!,
      square: pieces(within, 'plot-study')[at]!,
      axis,
    };
  });
}

async function openPlot(page: Page): Promise<void> {
  await page.bringToFront();
  await page.$eval('vitiligo-outlook', (element) => {
    element.shadowRoot!.querySelector<HTMLDetailsElement>('[part=analysis]')!.open = true;
  });
  await page.waitForFunction(() =>
    document.querySelector('vitiligo-outlook')!.shadowRoot!.querySelector('.plot-marks path.plot-study')?.getAttribute('d'),
  );
}

const frames = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

const shown = (page: Page, inPrint = false) => page.$eval('vitiligo-outlook', rowsOf, inPrint);

/** Where marks stand on the axis, in per cent. */
const places = (rows: readonly Row[]) =>
  rows.map(({ name, line, square, axis }) => {
    const percent = (x: number) => Math.round(((x - axis.from) / (axis.to - axis.from)) * 100);
    return { name, from: percent(line.from), to: percent(line.to), estimate: percent((square.from + square.to) / 2) };
  });

function expectInRows(rows: readonly Row[]): void {
  for (const { name, middle, line, square } of rows) {
    expect(Math.abs(line.y - middle), name).toBeLessThan(0.6);
    expect(Math.abs(square.y - middle), name).toBeLessThan(0.6);
  }
}

describe('the marks over the rows of a table', () => {
  test('stand in the rows, however wide these are and whatever is written in them', () =>
    withSite(page, async ({ page, complaints }) => {
      await openPlot(page);
      const first = await shown(page);
      expect(first.length).toBeGreaterThan(8);
      expect(first.some(({ name }) => name.startsWith('Xu'))).toBe(true);
      const heights = new Set<number>();
      const narrower = () => page.setViewport({ width: 320, height: 900 });
      const wider = () => page.setViewport({ width: 900, height: 900 });
      const longer = () =>
        page.$eval('vitiligo-outlook', (element) => {
          element.shadowRoot!.querySelector('.plot-switched tbody th')!.append(' and a name that takes many lines'.repeat(9));
        });
      const spaced = () => page.$eval('vitiligo-outlook', (element) => (element.style.fontSize = '28px'));
      for (const change of [narrower, wider, longer, spaced]) {
        await change();
        await frames(page);
        const rows = await shown(page);
        expectInRows(rows);
        expect(places(rows).map(({ from, to, estimate }) => [from, to, estimate])).toEqual(
          places(first).map(({ from, to, estimate }) => [from, to, estimate]),
        );
        heights.add(rows[0]!.height);
      }
      expect(heights.size).toBe(4);
      expect(complaints).toEqual([]);
    }));

  test('follow a note that moves from one row to another where the table stays as high', () =>
    withSite(page, async ({ page }) => {
      await page.setViewport({ width: 360, height: 900 });
      await openPlot(page);
      const move = (from: number, to: number) =>
        page.$eval(
          'vitiligo-outlook',
          (element, from, to) => {
            const rows = element.shadowRoot!.querySelectorAll('.plot-switched tbody tr');
            const note = rows[from]!.querySelector('.a-note') ?? document.createElement('div');
            note.className = 'a-note';
            note.textContent = 'A line more';
            rows[to]!.querySelector('th')!.append(note);
          },
          from,
          to,
        );
      for (const [from, to] of [[0, 0], [0, 4]] as const) {
        await move(from, to);
        await frames(page);
        expectInRows(await shown(page));
      }
    }));

  test('are in print pictures of the rows, which are up to date when it is printed', () =>
    withSite(page, async ({ page, complaints }) => {
      await openPlot(page);
      const before = await shown(page);
      await page.emulateMediaType('print');
      for (const width of [320, 700, 1500]) {
        await page.setViewport({ width, height: 900 });
        const rows = await shown(page, true);
        expectInRows(rows);
        expect(places(rows)).toEqual(places(before));
        const pool = await page.$eval('vitiligo-outlook', (element) => {
          const row = element.shadowRoot!.querySelector('.plot-switched .plot-row-pool')!;
          const bottomOf = (selector: string) => row.querySelector(selector)!.getBoundingClientRect().bottom;
          return { row: bottomOf('.plot-cell'), prediction: bottomOf('.plot-print .plot-prediction') };
        });
        expect(pool.prediction, 'the lowest mark is within its row').toBeLessThan(pool.row);
      }
      const overRows = await page.$eval('vitiligo-outlook', (element) =>
        getComputedStyle(element.shadowRoot!.querySelector('.plot-switched .plot-marks')!).display,
      );
      expect(overRows).toBe('none');
      const squares = () =>
        page.$$eval('vitiligo-outlook >>> .plot-switched .plot-print path.plot-study', (paths) =>
          paths.map((path) => path.getAttribute('d')),
        );
      const [old, updated] = [
        await squares(),
        await page.$eval('vitiligo-outlook', (element) => {
          const root = element.shadowRoot!;
          root.querySelector<HTMLElement>('.plot-switched input')!.click();
          dispatchEvent(new Event('beforeprint'));
          const paths = root.querySelectorAll('.plot-switched .plot-print path.plot-study');
          return [...paths].map((path) => path.getAttribute('d'));
        }),
      ];
      expect(updated).toHaveLength(old.length - 1);
      expect(old).not.toEqual(expect.arrayContaining(updated));
      expect(complaints).toEqual([]);
    }));
});

import { html, render, svg, type TemplateResult } from 'lit';
import { outerHeight, pictureArea, type FramedPicture } from './frame.js';
import { hatchPattern } from './interval-bar.js';
import { axisLabels, type IntervalTable, type IntervalTableRow } from './interval-table.js';
import { onPaper } from './paper.js';
import { marksOf } from './row-marks.js';

/** Pixels. */
const WIDTH = 1000;
const MARGIN = 24;
const GAP = 16;
const LINE = 18;
const WIDTHS = { cell: 125, plot: 290, number: 130 };
/** Ratios have longer numbers and more columns. */
const WIDTHS_OF_RATIOS = { cell: 118, plot: 230, number: 170 };
const PIGMENT = '#8f5628';
const SLATE = '#52667a';

/** A picture of intervals as one drawing that stands alone; the source names the version of the data. */
export function tableFile(table: IntervalTable, source: string): SVGSVGElement {
  const { axis, rows, facts, variant } = table;
  const columns = placesOf(table);
  const { x, width } = columns.at(-2)!;
  const page = createPage(table, source);
  page.lines(table.columns.map((text, i) => ({ text, ...columns[i]!, look: 'small' })));
  page.rule();
  const places = rows.map((row) => {
    if (row.isPool) page.rule();
    const { y, height } = page.lines(rowTexts(row, columns), row.isPool ? 2 * LINE : LINE);
    return { width, top: y, height };
  });
  page.draw(svg`<g transform="translate(${x})">${marksOf(table, places)}</g>`);
  page.draw(svg`<svg x=${x} y=${page.skip(2 * LINE)} width=${width} height=${LINE} overflow="visible">
    ${axisLabels(axis)}
  </svg>`);
  return page.end(variant === 'harm' ? SLATE : PIGMENT, facts);
}

interface Place {
  readonly x: number;
  readonly width: number;
}

/** Headers and cells, the marks, and the numbers beside them. */
function placesOf({ columns, variant }: IntervalTable): Place[] {
  const { cell, plot, number } = variant === 'ratios' ? WIDTHS_OF_RATIOS : WIDTHS;
  const cells = columns.slice(1, -1).map(() => cell);
  const header = WIDTH - 2 * MARGIN - [...cells, plot, number].reduce((sum, width) => sum + width);
  let x = MARGIN;
  return [header, ...cells, plot, number].map((width) => {
    x += width;
    return { x: x - width, width };
  });
}

function rowTexts({ header, notes, cells = [], number, isPool }: IntervalTableRow, columns: readonly Place[]): Text[] {
  const look = isPool ? 'strong' : 'text';
  const { x, width } = columns.at(-1)!;
  return [
    { text: header, ...columns[0]!, look, below: notes?.join(' · ') },
    ...cells.map((text, i): Text => ({ text, ...columns[i + 1]!, look })),
    { text: number, x: x + GAP, width, look },
  ];
}

/** A funnel plot or a strip as one drawing that stands alone. */
export function framedFile(picture: FramedPicture, facts: readonly string[], source: string): SVGSVGElement {
  const page = createPage(picture, source);
  const left = MARGIN + (picture.yAxis ? 40 : 0);
  const height = outerHeight(picture);
  const y = page.skip(height + LINE / 2);
  page.draw(svg`<svg x=${left} y=${y} width=${WIDTH - MARGIN - left} height=${height} overflow="visible">
    ${pictureArea(picture)}
  </svg>`);
  return page.end(PIGMENT, facts);
}

interface Text extends Place {
  readonly text: string;
  readonly look: keyof typeof LETTER;
  /** In small letters on the lines that follow. */
  readonly below?: string | undefined;
}

/** About how wide a letter is: a file cannot measure what a reader's machine will show. */
const LETTER = { title: 9.4, strong: 7.6, text: 6.9, small: 5.9 } as const;

/** Breaks a text where a line of about this width ends. */
export function brokenLines(text: string, width: number, letter: number): string[] {
  const most = Math.max(width / letter, 1);
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A drawing that grows downwards. */
function createPage({ title, description }: Pick<IntervalTable, 'title' | 'description'>, source: string) {
  const parts: unknown[] = [];
  let y = MARGIN;
  const line = (text: string, look: Text['look'], x: number, lineY: number) =>
    parts.push(svg`<text class="file-${look}" x=${x} y=${lineY}>${text}</text>`);
  /** Leaves room, and returns where it begins. */
  const skip = (height: number): number => {
    y += height;
    return y - height;
  };
  /** Writes texts beside one another, and returns where their row is. */
  const lines = (texts: readonly Text[], least = 0) => {
    const heights = texts.map(({ text, x, width, look, below = '' }) => {
      const upper = brokenLines(text, width - GAP, LETTER[look]).map((words) => ({ words, look }));
      const lower = brokenLines(below, width - GAP, LETTER.small).map((words) => ({ words, look: 'small' as const }));
      const all = [...upper, ...lower].filter(({ words }) => words);
      all.forEach(({ words, look }, i) => line(words, look, x, y + 4 + LINE * (i + 0.75)));
      return all.length * LINE;
    });
    const height = Math.max(least, ...heights) + 8;
    return { y: skip(height), height };
  };
  const paragraph = (text: string, look: Text['look']) => {
    for (const words of brokenLines(text, WIDTH - 2 * MARGIN, LETTER[look])) {
      line(words, look, MARGIN, y + LINE * 0.75);
      skip(look === 'title' ? 25 : LINE);
    }
  };
  paragraph(title, 'title');
  paragraph(description, 'small');
  skip(LINE / 2);
  return {
    lines,
    skip,
    rule: () => parts.push(svg`<line class="plot-rule" x1=${MARGIN} x2=${WIDTH - MARGIN} y1=${y} y2=${y} />`),
    draw: (part: unknown) => parts.push(part),
    end: (tone: string, facts: readonly string[]) => {
      for (const fact of facts) paragraph(fact, 'text');
      skip(LINE / 2);
      paragraph(source, 'small');
      const height = y + MARGIN / 2;
      return drawn(html`<svg xmlns="http://www.w3.org/2000/svg" role="img" width=${WIDTH} height=${height}
        viewBox="0 0 ${WIDTH} ${height}" color=${tone} font-family="sans-serif">
        <title>${title}</title>
        <desc>${description}</desc>
        <metadata>${source}</metadata>
        <defs>${hatchPattern}</defs>
        <rect width="100%" height="100%" fill="#fff" />
        ${parts}
      </svg>`);
    },
  };
}

function drawn(template: TemplateResult): SVGSVGElement {
  const place = document.createElement('div');
  render(template, place);
  return onPaper(place.querySelector('svg')!);
}

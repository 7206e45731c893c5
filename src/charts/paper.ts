/**
 * How a picture looks in a file, which has no styles: attributes by class, in the colours of the element on paper.
 * `currentColor` is the tone of the picture.
 */
const TEXT = '#23201c';
const MUTED = '#5d564d';
const RULE = '#ddd6cb';
const SURFACE = '#fff';

const line = (stroke: string, width = 1, dashes?: string) => ({
  fill: 'none',
  stroke,
  'stroke-width': width,
  ...(dashes && { 'stroke-dasharray': dashes }),
});
const filled = (fill: string, stroke = 'none', width = 1) => ({ fill, stroke, 'stroke-width': width });
const letters = (size: number, fill = TEXT) => ({ fill, 'font-size': size });

type Attributes = Readonly<Record<string, string | number>>;

/** Later ones win where an element has several classes. */
const PAPER: Readonly<Record<string, Attributes>> = {
  'plot-grid': line(RULE),
  'plot-rule': line(RULE),
  'plot-axis': line(MUTED),
  'plot-reference': line(MUTED, 1, '2 3'),
  'plot-contour': line(MUTED, 1, '6 4'),
  'plot-interval': line(TEXT, 1.5),
  'plot-arrow': line(TEXT, 1.5),
  'plot-prediction': line('currentColor', 2),
  'plot-range': line('currentColor', 6),
  'plot-default': line(TEXT),
  'plot-study': filled('currentColor', 'currentColor'),
  'plot-point': filled('currentColor', SURFACE),
  'plot-hole': filled(SURFACE),
  'plot-pool': filled('currentColor'),
  'plot-bin': filled('currentColor'),
  'plot-band': filled('url(#hatch)', MUTED),
  'plot-differs': filled('url(#hatch)', MUTED),
  'plot-out': filled(SURFACE, MUTED, 1.5),
  'plot-out-line': line(MUTED, 1.5, '3 3'),
  'hatch-line': line(MUTED),
  'plot-tick': letters(12, MUTED),
  'file-title': { ...letters(18), 'font-weight': 600 },
  'file-text': letters(14),
  'file-strong': { ...letters(14), 'font-weight': 600 },
  'file-small': letters(12, MUTED),
};

/** Gives every element the attributes of its classes, so that the picture stands alone. */
export function onPaper(picture: SVGSVGElement): SVGSVGElement {
  for (const element of picture.querySelectorAll('[class]')) {
    const looks = [...element.classList].map((name) => PAPER[name]);
    for (const [attribute, value] of Object.entries(Object.assign({}, ...looks) as Attributes)) {
      element.setAttribute(attribute, String(value));
    }
    element.removeAttribute('class');
  }
  return picture;
}

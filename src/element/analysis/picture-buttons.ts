import { html } from 'lit';
import type { PoolingWords } from '../../i18n/pooling.js';
import { saveFile } from './save-file.js';

type PictureFiles = typeof import('../../charts/picture-file.js');
type Draw = (files: PictureFiles) => SVGSVGElement;

const FORMS = ['svg', 'png'] as const;
const LONGEST_NAME = 80;

/** Offers a picture as a file that stands alone. What draws and writes it loads when it is asked for. */
export function pictureButtons(title: string, draw: Draw, { t }: PoolingWords) {
  return html`<p class="picture-buttons">
    ${FORMS.map((form) => {
      const action = t(`picture.${form}`);
      return html`<button
        type="button"
        data-form=${form}
        aria-label=${t('picture.of', { action, title })}
        @click=${() => save(nameOf(title), form, draw)}
      >
        ${action}
      </button>`;
    })}
  </p>`;
}

async function save(name: string, form: (typeof FORMS)[number], draw: Draw): Promise<void> {
  const [files, { svgFile, pngFile }] = await Promise.all([
    import('../../charts/picture-file.js'),
    import('../../adapters/export/chart-file.js'),
  ]);
  const picture = draw(files);
  const png = form === 'png' ? await pngFile(picture).catch(() => null) : null;
  if (png) saveFile(`${name}.png`, png, 'image/png');
  // Where a browser cannot turn it into pixels, the drawing itself is better than nothing.
  else saveFile(`${name}.svg`, svgFile(picture), 'image/svg+xml;charset=utf-8');
}

const nameOf = (title: string) => title.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, LONGEST_NAME);

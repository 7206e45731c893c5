import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PoolingWords } from '../../i18n/pooling.js';
import { saveFile } from './save-file.js';

type PictureFiles = typeof import('./picture-files.js');
type Draw = (files: PictureFiles) => SVGSVGElement;

const FORMS = ['svg', 'png'] as const;
type Form = (typeof FORMS)[number];
const LONGEST_NAME = 80;

/**
 * Offers a picture as a file that stands alone. What draws and writes it loads when it is asked for. What could not be
 * saved is said beneath, until the panel is drawn again; nobody is given another form than the one asked for.
 */
export function pictureButtons(title: string, draw: Draw, { t }: PoolingWords) {
  const handleClick = async ({ currentTarget }: Event, form: Form) => {
    const told = (currentTarget as HTMLElement).parentElement!.nextElementSibling!;
    told.textContent = '';
    const problem = await save(nameOf(title), form, draw);
    if (problem) told.textContent = t(problem);
  };
  return html`<p class="picture-buttons">
      ${FORMS.map((form) => {
        const action = t(`picture.${form}`);
        return html`<button
          type="button"
          data-form=${form}
          aria-label=${t('picture.of', { action, title })}
          @click=${(event: Event) => handleClick(event, form)}
        >
          ${action}
        </button>`;
      })}
    </p>
    <p class="picture-told" role="status" .textContent=${live('')}></p>`;
}

/** Saves the picture, or says why not. */
async function save(name: string, form: Form, draw: Draw): Promise<'picture.failed' | 'picture.no-png' | null> {
  const files = await import('./picture-files.js').catch(() => null);
  if (!files) return 'picture.failed';
  const picture = draw(files);
  if (form === 'svg') saveFile(`${name}.svg`, files.svgFile(picture), 'image/svg+xml;charset=utf-8');
  else {
    const png = await files.pngFile(picture).catch(() => null);
    if (!png) return 'picture.no-png';
    saveFile(`${name}.png`, png, 'image/png');
  }
  return null;
}

const nameOf = (title: string) => title.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, LONGEST_NAME);

import type { SupportKey } from '../../i18n/en.support.js';
import type { SupportWords } from '../../i18n/support.js';

export const VALUES = ['colour', 'soon', 'lasting', 'skin', 'unknown', 'effort', 'visits', 'cost', 'wait'] as const;
export const QUESTIONS = ['type', 'label', 'limits', 'sun', 'look', 'harm', 'long', 'others', 'wait'] as const;

/** The two lists to tick, each with words of one's own. */
export const LISTS = { value: VALUES, ask: QUESTIONS } as const;
export type ListName = keyof typeof LISTS;

/**
 * What a person ticked and wrote. It lives as long as the element does, in the page alone; nothing is computed from it,
 * and it leaves the page by the person's own copying and printing only.
 */
export class OwnList {
  private readonly ticked = new Set<string>();
  private readonly written: Record<ListName, string> = { value: '', ask: '' };
  /** Whether the copied note and the print-out of everything hold the list. */
  include = false;

  isTicked(list: ListName, item: string): boolean {
    return this.ticked.has(`${list}.${item}`);
  }

  tick(list: ListName, item: string, on: boolean): void {
    if (on) this.ticked.add(`${list}.${item}`);
    else this.ticked.delete(`${list}.${item}`);
  }

  text(list: ListName): string {
    return this.written[list];
  }

  write(list: ListName, text: string): void {
    this.written[list] = text;
  }

  /** What is ticked and written, in the order of the list and in words. */
  lines(list: ListName, { t }: SupportWords): string[] {
    const ticked = LISTS[list].filter((item) => this.isTicked(list, item));
    const own = this.written[list].split('\n').map((line) => line.trim());
    return [...ticked.map((item) => t(`${list}.${item}` as SupportKey)), ...own.filter((line) => line !== '')];
  }
}

/** The list as plain text, below a note for the record; empty where nothing is ticked or written. */
export function listAsText(own: OwnList, words: SupportWords): string {
  const blocks = (Object.keys(LISTS) as ListName[]).flatMap((list) => {
    const lines = own.lines(list, words);
    return lines.length ? [[words.t(`${list}.heading`), ...lines.map((line) => `- ${line}`)].join('\n')] : [];
  });
  return blocks.length ? `${blocks.join('\n\n')}\n` : '';
}

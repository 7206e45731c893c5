import { html } from 'lit';

/** Label, picture, number: the columns that benefits and harms share. */
export const columns = html`<colgroup>
  <col class="label-column" />
  <col />
  <col class="number-column" />
</colgroup>`;

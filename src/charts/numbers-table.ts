import { html } from 'lit';

/** The numbers of a picture as a table, one click away; the first of a row names it. */
export function numbersTable(label: string, columns: readonly string[], rows: readonly (readonly string[])[]) {
  return html`<details class="fold">
    <summary>${label}</summary>
    <table class="plot-numbers">
      <thead>
        <tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(
          ([header, ...cells]) => html`<tr>
            <th scope="row">${header}</th>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}

import { expect } from '@open-wc/testing';
import { differences, rows } from '../evidence/outlook-table.js';
import { show } from './show.js';

describe('element.outlook in a browser, against the table that was written out on its own', () => {
  for (const row of rows) {
    it(row.title, async () => {
      const element = await show(row.inputs);
      expect(differences(element.outlook!, row)).to.deep.equal([]);
    });
  }
});

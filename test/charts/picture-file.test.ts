import { expect } from '@open-wc/testing';
import { checksum, pngFile, svgFile } from '../../src/adapters/export/chart-file.js';
import { comparisonTable } from '../../src/charts/comparison-plot.js';
import { forestTable } from '../../src/charts/forest-plot.js';
import { funnelPicture } from '../../src/charts/funnel-plot.js';
import { framedFile, tableFile } from '../../src/charts/picture-file.js';
import { compareWithinTrials } from '../../src/evidence/pooling/comparisons.js';
import { DEFAULT_METHOD } from '../../src/evidence/pooling/method.js';
import { comparisonsView } from '../../src/view-model/pooling/comparison-view.js';
import { forestView } from '../../src/view-model/pooling/forest-view.js';
import { funnelView } from '../../src/view-model/pooling/funnel-view.js';
import { analyse, AUDIT, material, ownRows } from '../evidence/pooling/material.js';
import fixture from '../fixtures/r/pools.json';
import { emptyPage } from '../element/show.js';
import { every, poolingWords } from './draw.js';

const SOURCE = 'Pooled from study reports; evidence 2026.1 – Hartung–Knapp';
const HOSTILE = '"><script>alert(1)</script> & \u0001 \ud800 ' + 'long '.repeat(40);
const largest = fixture.pools[0]!;

function forest(study = AUDIT.study) {
  const of = { ...material, own: ownRows({ ...AUDIT, study }) };
  return tableFile(forestTable(forestView(analyse({ without: [study] }, of), of, poolingWords)), SOURCE);
}

function comparison() {
  const compared = compareWithinTrials(material, { ageGroup: 'any', site: 'any' }, DEFAULT_METHOD);
  return tableFile(comparisonTable(comparisonsView(compared, material, poolingWords).comparisons[0]!), SOURCE);
}

const funnel = () => framedFile(funnelPicture(funnelView(analyse(), 'error', material, poolingWords)), ['A test.'], SOURCE);

/** The file as another program reads it, laid out by the browser. */
function opened(file: string): SVGSVGElement {
  const document = new DOMParser().parseFromString(file, 'image/svg+xml');
  expect(document.querySelector('parsererror')?.textContent).to.equal(undefined);
  const picture = document.documentElement as unknown as SVGSVGElement;
  emptyPage().append(picture);
  return picture;
}

const PICTURES = { forest, comparison, funnel };

for (const [name, make] of Object.entries(PICTURES)) {
  describe(`the file of a picture: ${name}`, () => {
    it('carries title, description and source, in itself and as text that is seen', () => {
      const picture = opened(svgFile(make()));
      const told = ['title', 'desc', 'metadata'].map((tag) => picture.querySelector(`:scope > ${tag}`)!.textContent);
      expect(told[0]).to.have.length.greaterThan(10);
      expect(told[1]).to.have.length.greaterThan(10);
      expect(told[2]).to.equal(SOURCE);
      const seen = every(picture, 'text').map(({ textContent }) => textContent).join(' ');
      for (const text of told) expect(seen).to.contain(text);
    });

    it('stands alone: no classes, styles, scripts, links or marks of a template', () => {
      const file = svgFile(make());
      expect(file).not.to.match(/class=|style|<script|href|<!--|var\(/);
      for (const mark of every(opened(file), 'rect, path, polygon, text, circle')) {
        expect(getComputedStyle(mark).fill, mark.outerHTML).not.to.equal('rgb(0, 0, 0)');
      }
      for (const line of every(opened(file), 'line, path[fill=none]')) {
        expect(getComputedStyle(line).stroke, line.outerHTML).not.to.equal('none');
      }
    });

    it('holds all of its marks and words inside', () => {
      const picture = opened(svgFile(make()));
      const page = picture.getBoundingClientRect();
      for (const mark of every(picture, ':not(pattern) > :is(text, line, path, polygon, circle, rect)')) {
        const { left, right, top, bottom } = mark.getBoundingClientRect();
        expect(Math.min(left - page.left, page.right - right, top - page.top, page.bottom - bottom), mark.outerHTML)
          .to.be.at.least(-0.5);
      }
    });

    it('is a PNG of twice its size with the same three texts', async () => {
      const picture = make();
      const png = await pngFile(picture);
      const bitmap = await createImageBitmap(new Blob([png], { type: 'image/png' }));
      expect(bitmap.width).to.equal(2000);
      expect(bitmap.height).to.be.closeTo(2 * Number(picture.getAttribute('height')), 1);
      const chunks = chunksOf(png).filter(({ name }) => name === 'tEXt' || name === 'iTXt');
      const texts = chunks.map(({ name, content }) => textOf(name, content));
      const told = (tag: string) => picture.querySelector(`:scope > ${tag}`)!.textContent;
      expect(texts).to.deep.include.members([
        ['Title', told('title')], ['Description', told('desc')], ['Source', SOURCE],
      ]);
      expect(inkOf(bitmap)).to.be.greaterThan(0.005);
    });
  });
}

describe('the file of a forest plot', () => {
  it("has the diamond at R's limits on its axis, without the study that was switched off", () => {
    const picture = opened(svgFile(forest()));
    const ticks = every<SVGTextElement>(picture, 'text').filter(({ textContent }) => /^(0|100)$/.test(textContent));
    const [zero, hundred] = ticks.map((tick) => {
      const { left, width } = tick.getBoundingClientRect();
      return left + width / 2;
    }) as [number, number];
    const [diamond] = every(picture, 'path').filter((path) => /^M[^LHM]+L[^L]+L[^L]+L[^L]+z$/.test(path.getAttribute('d')!));
    const { left, right } = diamond!.getBoundingClientRect();
    const percent = (x: number) => ((x - zero) / (hundred - zero)) * 100;
    expect(percent(left)).to.be.closeTo(100 * largest.low!, 0.2);
    expect(percent(right)).to.be.closeTo(100 * largest.high!, 0.2);
    const seen = picture.textContent;
    for (const text of ['3 of 14 people', '21 (5 to 51)', 'Clinic audit', 'not pooled', '75 (47 to 91)']) {
      expect(seen).to.contain(text);
    }
  });

  it('shows a hostile name as text, on as many lines as it takes', async () => {
    const picture = forest(HOSTILE);
    const file = svgFile(picture);
    expect(opened(file).querySelectorAll('script')).to.have.lengthOf(0);
    expect(opened(file).textContent).to.contain('<script>alert(1)</script>');
    expect(chunksOf(await pngFile(picture)).at(-1)!.name).to.equal('IEND');
  });
});

it('the check sum is the one of PNG: an empty last chunk has AE426082', () => {
  expect(checksum(new TextEncoder().encode('IEND'))).to.equal(0xae426082);
});

interface Chunk {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Reads a PNG chunk by chunk, and holds each against its check sum. */
function chunksOf(png: Uint8Array): Chunk[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Chunk[] = [];
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...png.subarray(at + 4, at + 8));
    expect(view.getUint32(at + 8 + length), name).to.equal(checksum(png.subarray(at + 4, at + 8 + length)));
    chunks.push({ name, content: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  expect(chunks[0]!.name).to.equal('IHDR');
  return chunks;
}

function textOf(name: string, content: Uint8Array): [keyword: string, text: string] {
  const end = content.indexOf(0);
  const keyword = new TextDecoder('latin1').decode(content.subarray(0, end));
  if (name === 'tEXt') return [keyword, new TextDecoder('latin1').decode(content.subarray(end + 1))];
  expect([...content.subarray(end, end + 5)]).to.deep.equal([0, 0, 0, 0, 0]);
  return [keyword, new TextDecoder().decode(content.subarray(end + 5))];
}

/** Which part of a picture is not white. */
function inkOf(bitmap: ImageBitmap): number {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  let dark = 0;
  for (let i = 0; i < data.length; i += 4) dark += data[i]! < 200 ? 1 : 0;
  return dark / (data.length / 4);
}

import packed from '../data/packed-counts.json';
import { unpackCounts, type PackedCounts } from './evidence/packed-counts.js';

/** Made when the module loads, once for all elements of a page. */
export const bundledCounts = unpackCounts(packed as unknown as PackedCounts);

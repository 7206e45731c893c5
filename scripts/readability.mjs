import { runModule } from './run-module.mjs';

await runModule('scripts/readability/print.ts');

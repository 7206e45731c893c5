import { runModule } from './run-module.mjs';

for (const name of ['pooling', 'own-data']) await runModule(`test/bench/${name}.ts`);

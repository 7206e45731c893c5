import { defineConfig } from 'vite';

// Angular's decorators are those of TypeScript before the standard ones.
export default defineConfig({ oxc: { decorator: { legacy: true } } });

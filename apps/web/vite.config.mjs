import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const API = process.env.SANZHI_API ?? 'http://127.0.0.1:3000';

/** The workbench: one page, one script per route, nothing from another origin. `vite apps/web` serves it beside a running api. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  logLevel: 'warn',
  server: { proxy: { '/api': API } },
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    // A file inlined as data: would need a wider policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    manifest: 'manifest.json',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // `use client` in packages means nothing in a page that is client throughout.
      onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
    },
  },
});

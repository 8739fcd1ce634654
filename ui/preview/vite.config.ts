// Serves the front end on an in-memory double of the core, so that every state can be looked at without Rust.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// `vite build` and `vite preview` with this file show the pages under the app's own content policy.
const tauri = JSON.parse(readFileSync(here('../../src-tauri/tauri.conf.json'), 'utf8')) as {
  app: { security: { csp: string } };
};

export default defineConfig({
  root: here('..'),
  plugins: [svelte()],
  clearScreen: false,
  resolve: { alias: [{ find: /^.*\/ipc\/ipc$/, replacement: here('double.ts') }] },
  server: {
    host: '127.0.0.1',
    port: 1420,
    strictPort: true,
    fs: { allow: [here('..'), here('../../src-tauri/crates/words/locales')] },
  },
  preview: {
    host: '127.0.0.1',
    port: 1421,
    strictPort: true,
    headers: { 'Content-Security-Policy': tauri.app.security.csp },
  },
  build: {
    outDir: here('../dist-preview'),
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        preview: here('index.html'),
        secret: here('../secret.html'),
        confirm: here('../confirm.html'),
        'add-site': here('../add-site.html'),
      },
    },
  },
});

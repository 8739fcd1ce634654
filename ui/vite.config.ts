// How the front end is built and tested: one page a kind of window, no polyfills, no inlined assets (the content policy allows neither).
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  clearScreen: false,
  // The catalogue lies beside the core, which speaks from it too.
  server: { fs: { allow: ['.', '../src-tauri/crates/words/locales'] } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        main: 'index.html',
        secret: 'secret.html',
        confirm: 'confirm.html',
        'add-site': 'add-site.html',
      },
    },
  },
  test: {
    // Screens are tested on the double: happy-dom has no Rust behind it.
    alias: [{ find: /^.*\/ipc\/ipc$/, replacement: new URL('preview/double.ts', import.meta.url).pathname }],
    environment: 'happy-dom',
    include: ['src/**/*.test.ts', 'catalogue/*.test.js'],
    setupFiles: ['preview/test-setup.ts'],
    // A limit, not a wait: one screen that axe reads slowly on a busy machine would fail all that come after it.
    testTimeout: 30_000,
  },
});

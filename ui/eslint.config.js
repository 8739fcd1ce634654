// The rules of the front end: types everywhere, one door to Rust, no HTML sinks, screens that do not know each other.
import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const screens = readdirSync(new URL('src/screens', import.meta.url));
const onlyTheDoor = { group: ['@tauri-apps/*'], message: 'Only src/ipc speaks to Rust.' };

export default ts.config(
  { ignores: ['dist', 'dist-preview', 'src/ipc/generated'] },
  js.configs.recommended,
  ts.configs.strict,
  svelte.configs.recommended,
  importX.flatConfigs.typescript,
  {
    plugins: { 'import-x': importX },
    languageOptions: { globals: globals.browser },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.svelte'] })] },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: [
            ...screens.map((screen) => ({
              target: `./src/screens/${screen}`,
              from: './src/screens',
              except: [`./${screen}`],
              message: 'A screen does not know another screen.',
            })),
            {
              target: './src',
              from: './preview',
              except: ['./double.ts', './scenes.ts', './views', './axe.ts', './opener.ts'],
              message: 'For tests only.',
            },
          ],
        },
      ],
      'no-restricted-imports': ['error', { patterns: [onlyTheDoor] }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='setAttribute'][arguments.0.value='style']",
          message: 'The content policy drops style attributes that are set by script.',
        },
        {
          selector: "MemberExpression[property.name='innerHTML']",
          message: 'The content policy refuses HTML from strings.',
        },
        { selector: 'SvelteDirective[kind="Transition"]', message: 'Motion is written in CSS.' },
      ],
      'svelte/no-at-html-tags': 'error',
    },
  },
  {
    files: ['src/ipc/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
  },
  { files: ['*.js', '*.ts', 'catalogue/*.js', 'preview/*.config.ts'], languageOptions: { globals: globals.node } },
);

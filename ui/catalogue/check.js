// Checks the window's half of the catalogue against the sources; with --write, writes the keys as a type first.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { against, catalogue } from './catalogue.js';
import { keysFile } from './keys.js';
import { isOnlyNames, keysIn, textsOf } from './sentences.js';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const KEYS = at('../src/words/keys.ts');

const sources = readdirSync(at('../src'), { recursive: true })
  .filter((path) => /\.(svelte|ts)$/.test(path) && !/\.test\.ts$|generated|words\/keys\.ts$/.test(path))
  .map((path) => ({ path, texts: textsOf(path, readFileSync(at(`../src/${path}`), 'utf8')) }));

function outside() {
  const inSources = sources.flatMap(({ path, texts }) =>
    texts
      .filter(({ isRead }) => isRead)
      .map(({ text, line }) => `src/${path}:${line}: outside the catalogue: ${text.trim()}`),
  );
  const pages = readdirSync(at('..')).filter((name) => name.endsWith('.html'));
  const titles = pages.filter(
    (name) => !isOnlyNames(readFileSync(at(`../${name}`), 'utf8').match(/<title>(.*)<\/title>/)?.[1] ?? ''),
  );
  return [...inSources, ...titles.map((name) => `${name}: its title stands outside the catalogue`)];
}

function unused(english) {
  const said = sources.flatMap(({ texts }) => keysIn(texts));
  return [...english.keys()].filter((key) => !said.some((one) => one.test(key))).map((key) => `unused: ${key}`);
}

function keysAreOld(english) {
  const file = keysFile(english);
  if (process.argv.includes('--write')) writeFileSync(KEYS, file);
  return readFileSync(KEYS, 'utf8') === file ? [] : ['src/words/keys.ts is older than the catalogue: npm run words'];
}

const { faults, languages } = catalogue(at('../../src-tauri/crates/words/locales'));
const english = languages.get('en') ?? new Map();
faults.push(...keysAreOld(english), ...unused(english), ...outside());
const lacks = [];
for (const [tag, other] of languages) {
  const { faults: wrong, missing } = against(english, other, tag);
  faults.push(...wrong);
  lacks.push(`${tag} ${missing.length}`);
  if (process.argv.includes('--missing')) lacks.push(...missing.map((key) => `\n  ${key}`));
}
console.log(`window: ${english.size} sentences; without a translation: ${lacks.join(', ')}`);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

// Reads the window's half of the catalogue: per language, every key with the arguments that its sentence names.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FluentParser, Visitor } from '@fluent/syntax';

const PLURALS = new Set(['zero', 'one', 'two', 'few', 'many']);

/** The arguments of one sentence: true where it is counted by. */
class Arguments extends Visitor {
  found = new Map();

  visitVariableReference(node) {
    this.found.set(node.id.name, this.found.get(node.id.name) ?? false);
  }

  visitSelectExpression(node) {
    this.genericVisit(node);
    const counts = node.variants.some(({ key }) => key.type === 'NumberLiteral' || PLURALS.has(key.name));
    if (counts && node.selector.type === 'VariableReference') this.found.set(node.selector.id.name, true);
  }
}

function argumentsOf(pattern) {
  const visitor = new Arguments();
  visitor.visit(pattern);
  return visitor.found;
}

/** Every key of a file's text: a message with a value by its id, each of its parts by "id.part". */
export function keysOf(path, text, faults) {
  const prefix = basename(path, '.ftl');
  const keys = [];
  for (const entry of new FluentParser().parse(text).body) {
    if (entry.type === 'Junk') faults.push(`${path}: not understood: ${entry.content.trim().split('\n', 1)[0]}`);
    if (entry.type !== 'Message') continue;
    const id = entry.id.name;
    if (!id.startsWith(`${prefix}-`)) faults.push(`${path}: ${id} does not begin with ${prefix}-`);
    if (entry.value) keys.push([id, argumentsOf(entry.value)]);
    for (const part of entry.attributes) keys.push([`${id}.${part.id.name}`, argumentsOf(part.value)]);
  }
  return keys;
}

/** One language: key to arguments. */
function language(folder, faults) {
  const all = new Map();
  const files = readdirSync(folder).filter((name) => name.startsWith('window-') && name.endsWith('.ftl'));
  for (const name of files.sort()) {
    for (const [key, given] of keysOf(name, readFileSync(join(folder, name), 'utf8'), faults)) {
      if (all.has(key)) faults.push(`${folder}: ${key} stands twice`);
      all.set(key, given);
    }
  }
  return all;
}

/** Every language, a folder each, and what is wrong with their files. */
export function catalogue(locales) {
  const faults = [];
  const tags = readdirSync(locales).sort();
  return { faults, languages: new Map(tags.map((tag) => [tag, language(join(locales, tag), faults)])) };
}

/** What another language has too much of, or fills in otherwise; and the keys that it lacks. */
export function against(english, other, tag) {
  const names = (given) => [...given.keys()].sort().join(', ');
  const faults = [];
  for (const [key, given] of other) {
    const wanted = english.get(key);
    if (!wanted) faults.push(`${tag}: ${key} is not in English`);
    else if (names(wanted) !== names(given))
      faults.push(`${tag}: ${key} fills in (${names(given)}), English (${names(wanted)})`);
  }
  return { faults, missing: [...english.keys()].filter((key) => !other.has(key)) };
}

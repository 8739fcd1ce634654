// The keys of the English catalogue as a type, so that the type checker knows each key and what it must be given.
const HEAD = `// Written by "npm run words" from the English catalogue; not edited by hand. Null: nothing to fill in.
export interface Words {
`;

const typeOf = (isCounted) => (isCounted ? 'number' : 'string | number');

function line([key, given]) {
  const fields = [...given].sort().map(([name, isCounted]) => `${name}: ${typeOf(isCounted)}`);
  return `  '${key}': ${fields.length > 0 ? `{ ${fields.join('; ')} }` : 'null'};\n`;
}

/** The text of src/words/keys.ts. */
export function keysFile(english) {
  return `${HEAD}${[...english]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(line)
    .join('')}}\n`;
}

// Finds what a person would read that stands in a source file, and the keys that the file says.
import { parse } from 'svelte/compiler';
import ts from 'typescript';

/** Attributes that are read or spoken; on a component of ours any text is. */
const READ = new Set(['title', 'aria-label', 'placeholder', 'alt', 'label', 'aria-description']);
/** Names, which are the same in every language. */
const NAMES = new Set(['Reseal', 'Linux', 'macOS', 'Windows', 'Inter', 'JetBrains Mono', 'RSA']);
const KEY = /^window-[a-z-]+/;

/** Nothing but a name that is the same in every language. */
export const isOnlyNames = (text) => NAMES.has(text.trim());
const isWord = (text) => /\p{L}{2,}/u.test(text) && !isOnlyNames(text);
/** In code a sentence is two words, one of which may be filled in, or one with a capital. */
const isSentence = (text) => isWord(text) && /^[^a-z]*[A-Z][a-z]+$|\p{L}{2,}[,:;.]? \p{L}/u.test(text);

/** Compared, thrown, imported or handed to the platform: not read by anybody. */
function isForTheMachine(node) {
  const parent = node.parent;
  if (ts.isBinaryExpression(parent) && /[=!]==/.test(parent.operatorToken.getText())) return true;
  if (ts.isImportDeclaration(parent) || ts.isLiteralTypeNode(parent)) return true;
  for (let around = parent; around; around = around.parent) {
    if (ts.isThrowStatement(around)) return true;
    if (ts.isCallExpression(around))
      return /matches|closest|querySelector|getModifierState|crypto|encode/.test(around.expression.getText());
    if (ts.isPropertyAssignment(around))
      return ['name', 'namedCurve', 'hash'].includes(around.name.getText()) && /^[A-Z0-9-]+$/.test(node.text ?? '');
  }
  return false;
}

/** The strings of a script: `${}` in a template becomes a hole. */
function* stringsOf(code) {
  const file = ts.createSourceFile('script.ts', code, ts.ScriptTarget.Latest, true);
  const found = [];
  const walk = (node) => {
    if (ts.isStringLiteralLike(node)) found.push({ node, text: node.text });
    if (ts.isTemplateExpression(node)) {
      const text = node.head.text + node.templateSpans.map(({ literal }) => `\u0000${literal.text}`).join('');
      found.push({ node, text });
    }
    ts.forEachChild(node, walk);
  };
  walk(file);
  for (const { node, text } of found) {
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const filled = text.replaceAll('\u0000', 'it');
    yield { text, line, isRead: isWord(text) && isSentence(filled) && !isForTheMachine(node) };
  }
}

function* attributeTexts(node, code) {
  const parts = Array.isArray(node.value) ? node.value : [];
  for (const part of parts) {
    if (part.type !== 'Text') continue;
    const onComponent = node.on === 'Component' && /\s|^[A-Z]/.test(part.data) && !KEY.test(part.data);
    yield {
      text: part.data,
      line: lineAt(code, part.start),
      isRead: isWord(part.data) && (READ.has(node.name) || onComponent),
    };
  }
}

const lineAt = (code, at) => code.slice(0, at).split('\n').length;

/** The texts of a template, in elements and attributes. */
function* templateTexts(node, code, owner = null) {
  if (!node || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const each of node) yield* templateTexts(each, code, owner);
  } else if (node.type === 'Text') {
    yield { text: node.data, line: lineAt(code, node.start), isRead: isWord(node.data) };
  } else if (node.type === 'Attribute') {
    yield* attributeTexts({ ...node, on: owner }, code);
    yield* templateTexts(node.value === true ? null : [node.value].flat().filter((part) => part.type !== 'Text'), code);
  } else if (node.type === 'ExpressionTag' || node.expression?.start !== undefined) {
    yield* expressionTexts(node.expression, code);
    for (const [name, value] of Object.entries(node))
      if (name !== 'expression') yield* templateTexts(value, code, node.type);
  } else {
    for (const value of Object.values(node)) yield* templateTexts(value, code, node.type ?? owner);
  }
}

function* expressionTexts({ start, end }, code) {
  const before = lineAt(code, start) - 1;
  for (const found of stringsOf(`(${code.slice(start, end)})`)) yield { ...found, line: found.line + before };
}

/** Every text of a file, with its line and whether a person would read it. */
export function textsOf(path, code) {
  if (!path.endsWith('.svelte')) return [...stringsOf(code)];
  const { fragment, instance, module } = parse(code, { modern: true });
  const scripts = [instance, module].filter(Boolean).flatMap(({ content }) => {
    const before = lineAt(code, content.start) - 1;
    return [...stringsOf(code.slice(content.start, content.end))].map((found) => ({
      ...found,
      line: found.line + before,
    }));
  });
  return [...scripts, ...templateTexts(fragment, code)];
}

/** The keys among the texts, as expressions: a hole stands for any word. */
export function keysIn(texts) {
  return texts
    .filter(({ text }) => KEY.test(text))
    .map(({ text }) => new RegExp(`^${text.replaceAll('.', '\\.').replaceAll('\u0000', '[\\w-]+')}$`));
}

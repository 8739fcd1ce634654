// The check of the catalogue can fail: each kind of fault is found, and what is no fault is left alone.
import { describe, expect, it } from 'vitest';
import { against, keysOf } from './catalogue.js';
import { keysFile } from './keys.js';
import { keysIn, textsOf } from './sentences.js';

const read = (path, code) =>
  textsOf(path, code)
    .filter(({ isRead }) => isRead)
    .map(({ text, line }) => `${line}: ${text.trim()}`);

describe('what a person would read', () => {
  it('is found in text, in attributes that are read or spoken, and in what is handed to a component', () => {
    const page = `<p>Nothing yet.</p>
<img alt="A lamp" /><input placeholder="Address" aria-label="Where" title={\`Look at \${place}\`} />
<Waiting says="Reading it" />
{#if ready}<b>{ready ? 'Now it starts' : name}</b>{/if}`;
    expect(read('Page.svelte', page)).toEqual([
      '1: Nothing yet.',
      '2: A lamp',
      '2: Address',
      '2: Where',
      '2: Look at \u0000',
      '3: Reading it',
      '4: Now it starts',
    ]);
  });

  it('is found in code', () => {
    const code = `const words = { done: 'Done', lasts: \`for \${hours} hours\` };`;
    expect(read('words.ts', code)).toEqual(['1: Done', '1: for \u0000 hours']);
    expect(read('Page.svelte', `<script lang="ts">\n  const waits = 'Waits for you';\n</script>`)).toEqual([
      '2: Waits for you',
    ]);
  });

  it('is not what machines read: handles, classes, keys of the keyboard, what is thrown', () => {
    const page = `<p class="card pad" data-testid="add site" aria-label={say('window-sites-add')}>{name}, {4}</p>`;
    const code = `if (event.key === 'Escape') throw new Error('index.html has no #app');`;
    expect([...read('Page.svelte', page), ...read('keys.ts', code)]).toEqual([]);
  });
});

describe('a key', () => {
  it('is used where it is said, also by a template', () => {
    const [whole, part, template] = keysIn(
      textsOf('a.ts', "say('window-a-b'); say('window-a-c.todo'); say(`window-run-status-${status}`);"),
    );
    expect(whole?.test('window-a-b')).toBe(true);
    expect(whole?.test('window-a-bc')).toBe(false);
    expect(part?.test('window-a-c.todo')).toBe(true);
    expect(template?.test('window-run-status-done')).toBe(true);
    expect(template?.test('window-run-steps')).toBe(false);
  });

  it('comes with what it must be given: numbers where it is counted by', () => {
    const ftl =
      'window-a-b = { $sites ->\n [one] a site of { $name }\n *[other] { $sites } sites of { $name }\n }\n    .todo = Go.\n';
    expect(keysFile(new Map(keysOf('window-a.ftl', ftl, [])))).toContain(
      "  'window-a-b': { name: string | number; sites: number };\n  'window-a-b.todo': null;\n",
    );
  });

  it('begins with the name of its file, and its file is understood', () => {
    const faults = [];
    keysOf('window-a.ftl', 'window-b-c = There\nnot a message\n', faults);
    expect(faults).toEqual([
      'window-a.ftl: window-b-c does not begin with window-a-',
      'window-a.ftl: not understood: not a message',
    ]);
  });
});

describe('another language', () => {
  const english = new Map(keysOf('window-a.ftl', 'window-a-b = Hello { $name }\nwindow-a-c = Hello\n', []));
  const other = (ftl) => against(english, new Map(keysOf('window-a.ftl', ftl, [])), 'de');

  it('has no more than English, and fills in the same', () => {
    expect(other('window-a-b = Hallo\nwindow-a-c = Hallo\nwindow-a-d = Hallo\n').faults).toEqual([
      'de: window-a-b fills in (), English (name)',
      'de: window-a-d is not in English',
    ]);
  });

  it('is counted for what it lacks', () => {
    expect(other('window-a-b = Hallo { $name }\n')).toEqual({ faults: [], missing: ['window-a-c'] });
  });
});

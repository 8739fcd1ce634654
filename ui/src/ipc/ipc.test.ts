import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const source = (path: string) => readFileSync(path, 'utf8');
const commandsIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name).sort();

describe('the door to Rust', () => {
  it('knows every command that the app permits, and no other', () => {
    const permitted = commandsIn(source('../src-tauri/build.rs'), /"([a-z]+(?:_[a-z]+)*)"/g);
    const asked = commandsIn(source('src/ipc/ipc.ts'), /invoke(?:<[^(]*>)?\('([a-z_]+)'/g);
    expect(asked).toContain('start_rotation');
    expect(asked).toEqual(permitted);
  });
});

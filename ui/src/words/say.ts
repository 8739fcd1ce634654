// Every sentence of the window comes from the catalogue (src-tauri/crates/words/locales), and is said by its key.
import type { FluentVariable } from '@fluent/bundle';
import type { Words } from './keys';
import { language } from './language.svelte';

/** A message's id, or the id of a part of it: "window-sites-none.todo". */
export type Key = keyof Words;
/** What a sentence must be given, if anything. */
export type Given<K extends Key> = Words[K] extends null ? [] : [Words[K]];
export type Values = Record<string, FluentVariable>;

/** The sentence in the language of the window; numbers and plurals follow it. */
export function say<K extends Key>(key: K, ...[given]: Given<K>): string {
  return said(key, given ?? {}) ?? key;
}

/** A sentence whose key came from elsewhere; null where no language has it with every place filled. */
export function said(key: string, given: Values): string | null {
  const [id = '', part] = key.split('.');
  for (const bundle of language.bundles) {
    const message = bundle.getMessage(id);
    const pattern = part ? message?.attributes[part] : message?.value;
    const unfilled: Error[] = [];
    const sentence = pattern && bundle.formatPattern(pattern, given, unfilled);
    if (sentence && unfilled.length === 0) return sentence;
  }
  return null;
}

/** A stretch of a sentence: plain, or what stands for an argument. */
export interface Stretch {
  text: string;
  argument: string | null;
}

/** A sentence in stretches, so that some of its arguments can be set in another type. */
export function stretches(key: string, given: Values, marked: readonly string[]): Stretch[] {
  const held = Object.fromEntries(marked.map((name) => [name, `\uE000${name}\uE001${String(given[name])}\uE000`]));
  const parts = (said(key, { ...given, ...held }) ?? key).split('\uE000');
  return parts
    .map((part): Stretch => {
      const [argument = '', text] = part.split('\uE001', 2);
      return text === undefined ? { text: part, argument: null } : { text, argument };
    })
    .filter(({ text }) => text !== '');
}

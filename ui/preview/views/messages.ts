// Messages and problems as the core makes them: the words come from its catalogue.
import type { Argument } from '../../src/ipc/generated/Argument';
import type { Message } from '../../src/ipc/generated/Message';
import type { Problem } from '../../src/ipc/generated/Problem';
import type { PromiseView } from '../../src/ipc/generated/PromiseView';

type Given = Record<string, string | number | Argument>;

const argument = (value: string | number | Argument): Argument => {
  if (typeof value === 'string') return { text: value };
  return typeof value === 'number' ? { number: value } : value;
};

export const message = (code: string, given: Given = {}): Message => ({
  code,
  arguments: Object.fromEntries(Object.entries(given).map(([name, value]) => [name, argument(value)])),
});

export const problem = (code: string, given: Given = {}, quote: string | null = null): Problem => ({
  code,
  message: message(code, given),
  quote,
});

export const inside = (code: string, given: Given = {}): Argument => ({ message: message(code, given) });

export const list = (...texts: string[]): Argument => ({ list: texts.map((text) => ({ text })) });

/** A promise by the code of what was found: "names_cover.kept". */
export const promise = (code: string, kept: PromiseView['kept'], given: Given = {}): PromiseView => ({
  name: code.split('.')[0] ?? code,
  kept,
  message: message(code, given),
  source: 'docs/vcda-api.md §2.7',
});

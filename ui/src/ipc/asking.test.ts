import { describe, expect, it } from 'vitest';
import { nobodyAnswers } from '../../preview/views/sites';
import { Asking } from './asking.svelte';

function later<T>(): { promise: Promise<T>; give: (value: T) => void } {
  let give: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => (give = resolve));
  return { promise, give };
}

describe('asking the core', () => {
  it('takes the answer to the newest question only', async () => {
    const asking = new Asking<string>();
    const [slow, quick] = [later<string>(), later<string>()];
    const first = asking.ask(() => slow.promise);
    const second = asking.ask(() => quick.promise);
    quick.give('new');
    slow.give('stale');
    expect([await first, await second]).toEqual([null, 'new']);
    expect([asking.value, asking.busy]).toEqual(['new', false]);
  });

  it('keeps a refusal as the problem it is', async () => {
    const asking = new Asking<string>();
    await asking.ask(() => Promise.reject(nobodyAnswers as unknown as Error));
    expect(asking.problem).toEqual(nobodyAnswers);
  });

  it('puts a refusal of the window system into words', async () => {
    const asking = new Asking<string>();
    await asking.ask(() => Promise.reject(new Error('not allowed on window main')));
    expect(asking.problem?.quote).toContain('not allowed on window main');
    expect(asking.problem?.todo).not.toBe('');
  });

  it('keeps the former answer in view while a new one is awaited', async () => {
    const asking = new Asking<string>();
    await asking.ask(() => Promise.resolve('old'));
    const next = later<string>();
    const answered = asking.ask(() => next.promise);
    expect([asking.value, asking.busy]).toEqual(['old', true]);
    next.give('new');
    await answered;
    expect(asking.value).toBe('new');
  });
});

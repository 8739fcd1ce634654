import { describe, expect, it } from 'vitest';
import { fromHash, here, toHash, type Place } from './place.svelte';

const places: Place[] = [
  { at: 'sites' },
  { at: 'site', id: 'a/b c' },
  { at: 'replace', id: 'paris' },
  { at: 'run', run: '2026-11-23-1402' },
  { at: 'runs' },
  { at: 'certificates' },
  { at: 'lab' },
  { at: 'settings' },
];

describe('a place in the window', () => {
  it.each(places)('survives a reload: $at', (place) => {
    expect(fromHash(toHash(place))).toEqual(place);
  });

  it('is the home where the address says nothing', () => {
    expect(['', '#/', '#/nowhere', '#/site'].map(fromHash)).toEqual(Array(4).fill({ at: 'sites' }));
  });

  it('is left by Back', () => {
    here.go({ at: 'settings' });
    history.replaceState(null, '', '#/lab');
    window.dispatchEvent(new PopStateEvent('popstate'));
    expect(here.place).toEqual({ at: 'lab' });
  });
});

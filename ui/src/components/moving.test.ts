import { describe, expect, it } from 'vitest';
import { turned, wanted } from './moving';

const key = (init: KeyboardEventInit) => wanted(new KeyboardEvent('keydown', init), 100);

describe('keys that people know', () => {
  it('go back with Alt and the arrow, and with Escape', () => {
    expect(key({ key: 'ArrowLeft', altKey: true })).toBe('back');
    expect(key({ key: 'Escape' })).toBe('back');
    expect(key({ key: 'ArrowLeft' })).toBeNull();
  });

  it('leave Escape to a field in which somebody types', () => {
    const field = document.createElement('input');
    let said: unknown;
    field.addEventListener('keydown', (event) => (said = wanted(event, 100)));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(said).toBeNull();
  });

  it('make everything larger, smaller, and as it was', () => {
    expect(key({ key: '+', ctrlKey: true })).toBe(110);
    expect(key({ key: '-', ctrlKey: true })).toBe(90);
    expect(key({ key: '0', ctrlKey: true })).toBe(100);
    expect(key({ key: '0' })).toBeNull();
  });

  it('do the same with the wheel', () => {
    // The double of the browser leaves Ctrl out of the events of a wheel.
    const turn = (wheel: Partial<WheelEvent>) => turned({ ctrlKey: false, ...wheel } as WheelEvent, 100);
    expect([turn({ ctrlKey: true, deltaY: -3 }), turn({ ctrlKey: true, deltaY: 3 })]).toEqual([110, 90]);
    expect(turn({ deltaY: 3 })).toBeNull();
  });
});

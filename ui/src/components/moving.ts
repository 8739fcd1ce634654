// Keys that people know from every program: back, and the size of everything.

const STEP = 10;

/** Where to with these keys, if anywhere: to the place before, or to another size. */
export function wanted(event: KeyboardEvent, zoom: number): 'back' | number | null {
  if (event.altKey && event.key === 'ArrowLeft') return 'back';
  if (event.key === 'Escape' && !isTyping(event.target)) return 'back';
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  if (event.key === '+' || event.key === '=') return zoom + STEP;
  if (event.key === '-') return zoom - STEP;
  return event.key === '0' ? 100 : null;
}

/** The same with the wheel. */
export function turned(event: WheelEvent, zoom: number): number | null {
  if (!event.ctrlKey || event.deltaY === 0) return null;
  return event.deltaY < 0 ? zoom + STEP : zoom - STEP;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}

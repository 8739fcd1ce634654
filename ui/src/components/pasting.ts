// Ctrl+V (Command+V) outside of a field: the core reads the clipboard, for a pasted private key must not pass a page.

/** Calls `paste` for the keys that paste, and keeps the text from the page. */
export function onPasteKeys(event: KeyboardEvent, paste: () => void): void {
  const isPaste = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v';
  const isInField = event.target instanceof HTMLElement && event.target.matches('input, textarea');
  if (!isPaste || isInField) return;
  event.preventDefault();
  paste();
}

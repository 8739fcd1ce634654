// A control that rests while its work is under way keeps the focus, which a disabled one would lose: it is marked
// aria-disabled, and its clicks (by pointer, keyboard or a form's Enter) end here.

export function letThemRest(): void {
  window.addEventListener(
    'click',
    (event) => {
      if (event.target instanceof Element && event.target.closest('[aria-disabled="true"]')) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    },
    { capture: true },
  );
}

// The language of the window: the one that was chosen, else the first of the system's that there is a folder for.
import { FluentBundle, FluentResource } from '@fluent/bundle';

const files = import.meta.glob<string>('../../../src-tauri/crates/words/locales/*/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The language that has every sentence: what another one lacks is told in it. */
const WHOLE = 'en';

function read(): Record<string, FluentBundle> {
  const bundles: Record<string, FluentBundle> = {};
  for (const [path, text] of Object.entries(files)) {
    const language = path.split('/').at(-2) ?? WHOLE;
    bundles[language] ??= new FluentBundle(language, { useIsolating: false });
    bundles[language].addResource(new FluentResource(text));
  }
  return bundles;
}

const bundles = read();
const primary = (tag: string) => tag.split('-', 1)[0] ?? tag;

class Language {
  /** What Settings say; null is the system's. A window opens with it in its address, so that its first frame is right. */
  chosen: string | null = $state(new URLSearchParams(location.search).get('language'));

  readonly current: string = $derived.by(() => {
    const wanted = this.chosen === null ? navigator.languages : [this.chosen];
    return wanted.map(primary).find((tag) => bundles[tag]) ?? WHOLE;
  });

  /** How numbers and dates are written: as the system does it where it speaks the language, "en-GB" for "en". */
  readonly locale: string = $derived(navigator.languages.find((tag) => primary(tag) === this.current) ?? this.current);

  /** Where a sentence is looked for, in this order. */
  get bundles(): FluentBundle[] {
    return [this.current, WHOLE].flatMap((tag) => bundles[tag] ?? []);
  }
}

export const language = new Language();

/** The page is marked as in this language: fonts, quotes, hyphens and voices follow. */
export function followLanguage(): void {
  $effect.root(() => {
    $effect(() => {
      document.documentElement.lang = language.current;
    });
  });
}

/** Every language, by its own name. */
export const languages: { tag: string; name: string }[] = Object.entries(bundles).map(([tag, bundle]) => {
  const name = bundle.getMessage('window-common-language')?.value;
  return { tag, name: name ? bundle.formatPattern(name) : tag };
});

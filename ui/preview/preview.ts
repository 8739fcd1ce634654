// Shows one scene: ?scene=NAME&theme=dark&language=de. Without a scene, the list of them.
import { mount } from 'svelte';
import '../src/styles/index.css';
import App from '../src/App.svelte';
import { letThemRest } from '../src/components/resting';
import type { Settings } from '../src/ipc/generated/Settings';
import { here, toHash } from '../src/place.svelte';
import AddSiteScreen from '../src/screens/add-site/AddSiteScreen.svelte';
import ConfirmScreen from '../src/screens/confirm/ConfirmScreen.svelte';
import SecretEntryScreen from '../src/screens/secret-entry/SecretEntryScreen.svelte';
import { followLanguage } from '../src/words/language.svelte';
import { stage } from './double';
import { ownWindows, scenes, type OwnWindow } from './scenes';
import { app } from './views/app';

const asked = new URLSearchParams(location.search);
const name = asked.get('scene') ?? '';
const theme = (asked.get('theme') ?? 'light') as Settings['theme'];
const target = document.getElementById('app') ?? document.body;

function link(label: string, href: string): HTMLElement {
  const item = document.createElement('li');
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.textContent = label;
  item.append(anchor);
  return item;
}

async function pressed(testid: string): Promise<void> {
  for (;;) {
    const control = document.querySelector<HTMLButtonElement>(`[data-testid="${testid}"]`);
    if (control && !control.disabled && (control.form?.checkValidity() ?? true)) return control.click();
    await new Promise((next) => requestAnimationFrame(next));
  }
}

async function show(): Promise<void> {
  const scene = scenes[name];
  const own = ownWindows[name];
  if (own) return showOwn(own);
  if (!scene) {
    const list = document.createElement('ul');
    list.append(
      ...Object.keys(scenes).map((each) => link(each, `?scene=${each}`)),
      ...Object.keys(ownWindows).map((each) => link(each, `?scene=${each}`)),
    );
    target.append(list);
    return;
  }
  const base = scene.core.app ?? app;
  stage({ ...scene.core, app: { ...base, settings: { ...base.settings, theme, language: asked.get('language') } } });
  history.replaceState(null, '', toHash(scene.place));
  here.place = scene.place;
  mount(App, { target });
  for (const testid of scene.press ?? []) await pressed(testid);
}

const pages = { confirm: ConfirmScreen, 'add-site': AddSiteScreen, secret: SecretEntryScreen };

async function showOwn({ page, core, press }: OwnWindow): Promise<void> {
  stage(core);
  document.documentElement.dataset.theme = theme;
  mount(pages[page], { target });
  for (const testid of press ?? []) await pressed(testid);
}

letThemRest();
followLanguage();
void show();

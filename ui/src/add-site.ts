// The window in which a site is looked at and saved: its own page, which the main page can neither script nor answer for.
import { mount } from 'svelte';
import './styles/index.css';
import { letThemRest } from './components/resting';
import AddSiteScreen from './screens/add-site/AddSiteScreen.svelte';
import { followLanguage } from './words/language.svelte';

letThemRest();
followLanguage();
const target = document.getElementById('app');
if (!target) throw new Error('add-site.html has no #app');
mount(AddSiteScreen, { target });

// The window in which a person agrees to a change: its own page, which the main page can neither script nor answer for.
import { mount } from 'svelte';
import './styles/index.css';
import { letThemRest } from './components/resting';
import ConfirmScreen from './screens/confirm/ConfirmScreen.svelte';
import { followLanguage } from './words/language.svelte';

letThemRest();
followLanguage();
const target = document.getElementById('app');
if (!target) throw new Error('confirm.html has no #app');
mount(ConfirmScreen, { target });

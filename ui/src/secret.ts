// The secret window: its own page, which holds nothing but one password field.
import { mount } from 'svelte';
import './styles/index.css';
import { letThemRest } from './components/resting';
import SecretEntryScreen from './screens/secret-entry/SecretEntryScreen.svelte';
import { followLanguage } from './words/language.svelte';

letThemRest();
followLanguage();
const target = document.getElementById('app');
if (!target) throw new Error('secret.html has no #app');
mount(SecretEntryScreen, { target });

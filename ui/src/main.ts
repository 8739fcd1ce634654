// The main window.
import { mount } from 'svelte';
import './styles/index.css';
import App from './App.svelte';
import { letThemRest } from './components/resting';
import { followLanguage } from './words/language.svelte';

letThemRest();
followLanguage();
const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
mount(App, { target });

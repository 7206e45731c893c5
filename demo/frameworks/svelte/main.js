import { mount } from 'svelte';
import 'vitiligo-outlook/define';
import App from './app.svelte';

mount(App, { target: document.body });

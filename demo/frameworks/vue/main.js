import { createApp } from 'vue';
import 'vitiligo-outlook/define';
import App from './app.vue';

createApp(App).mount(document.body);

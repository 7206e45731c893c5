import { testWithAxe } from './axe-in-all-states.js';

testWithAxe('clinician');

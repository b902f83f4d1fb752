import { EARS } from './ears.js';

EARS.begin();

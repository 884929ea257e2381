// A product that starts with an empty folder makes its cache first, for one and a half second; tests start more than a hundred.
import { resolve } from 'node:path';

process.env.CACHE_DIR ||= resolve('.data/cache-of-tests');

import { config } from 'zod';

// Zod probes for eval when it first builds a schema; the page's content security policy forbids eval and would report it.
config({ jitless: true });

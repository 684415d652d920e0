process.env.SALA_LANGUAGES ??= 'both';
await import('./demo/day.mjs');
await import('./demo/home.mjs');
await import('./demo/faults.mjs');
await import('./demo/drafts.mjs');

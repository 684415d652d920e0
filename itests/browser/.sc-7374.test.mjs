process.env.SALA_LANGUAGES ??= 'en';
await import('./demo/boards.mjs');
await import('./demo/touch.mjs');

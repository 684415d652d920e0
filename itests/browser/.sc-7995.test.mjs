process.env.SALA_LANGUAGES ??= 'en';
await import('./demo/boards.mjs');
await import('./demo/touch.mjs');
await import('./demo/focus.mjs');
await import('./demo/home.mjs');
await import('./demo/keyboard.mjs');

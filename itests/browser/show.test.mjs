// Every screen in every look, at a demonstration of its own: those who work at the other change its language and its data.
process.env.DEMO = process.env.SHOW;
await import('./demo/sales.mjs');
await import('./demo/pages.mjs');
await import('./demo/touch.mjs');

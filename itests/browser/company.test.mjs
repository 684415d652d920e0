// A new installation: its first day, in the order in which things happen and with the people who came by then.
process.env.SALA_LANGUAGES ??= 'th';
for (const part of [
  'first-day',
  'modules',
  'imports',
  'work',
  'deals',
  'stages',
  'activities',
  'records',
  'keyboard',
  'rights',
  'trouble',
])
  await import(`./company/${part}.mjs`);

import { open, press } from '../stage/hands.mjs';
import { persona } from '../stage/places.mjs';
import { languages, scene } from '../stage/scene.mjs';
import { until } from '../stage/until.mjs';

const DEALS = 380;

scene('The administrator installs sales, and the demonstration gets its deals', { who: persona('administrator'), language: languages[1] }, async ({ page, me }) => {
  await open(page, '/modules');
  const card = page.getByRole('region', { name: 'Sales' });
  await card.waitFor();
  if ((await card.getByText('Installed').count()) === 0) await press(card, 'Install');
  await card.getByText('Installed').waitFor({ timeout: 30_000 });
  await until(async () => {
    const deals = await me.count('opportunity');
    if (deals < DEALS) throw new Error(`${deals} deals so far`);
  }, 45_000);
});

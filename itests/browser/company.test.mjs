// A new installation: its first day, in the order in which things happen.
import './company/first-day.mjs';
import './company/modules.mjs';
import './company/imports.mjs';
import './company/work.mjs';
import './company/deals.mjs';
import './company/stages.mjs';
import './company/activities.mjs';
import './company/records.mjs';
import './company/keyboard.mjs';
import './company/rights.mjs';
import './company/trouble.mjs';

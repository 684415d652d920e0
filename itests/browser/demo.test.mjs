// The made-up company, worked with by its people; sales comes first because the others need it.
import './demo/sales.mjs';
import './demo/lists.mjs';
import './demo/deals.mjs';
import './demo/customers.mjs';
import './demo/activities.mjs';
import './demo/rights.mjs';
import './demo/pages.mjs';

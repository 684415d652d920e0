// The made-up company, worked with by its people; the tour comes first because it installs sales.
import './demo/lists.mjs';
import './demo/deals.mjs';
import './demo/customers.mjs';
import './demo/activities.mjs';

// The made-up company, worked with by its people; the tour comes first: it installs sales, which the others need.
import './demo/tour.mjs';
import './demo/sales.mjs';
import './demo/day.mjs';
import './demo/alerts.mjs';
import './demo/record.mjs';
import './demo/boards.mjs';
import './demo/looks.mjs';
import './demo/installed.mjs';
import './demo/lists.mjs';
import './demo/groups.mjs';
import './demo/search.mjs';
import './demo/calendar.mjs';
import './demo/mail.mjs';
import './demo/customers.mjs';
import './demo/rights.mjs';
import './demo/frame.mjs';
import './demo/pages.mjs';

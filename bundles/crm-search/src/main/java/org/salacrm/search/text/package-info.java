/** What makes two texts alike in a search. */
package org.salacrm.search.text;

/** Sales force automation: opportunities, their stages and how they end. */
package org.salacrm.sfa;

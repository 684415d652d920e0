/** Greetings to customers on their days: by hand or by themselves, once a year. */
package org.salacrm.core.greeting;

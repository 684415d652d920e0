/** The queue of outgoing e-mail: activities that wait for the post office, and what became of them. */
package org.salacrm.core.mail;

/** Outgoing e-mail over HTTP. */
package org.salacrm.rest.mail;

/** Speaks SMTP and IMAP for the queue of e-mails. */
package org.salacrm.mail;

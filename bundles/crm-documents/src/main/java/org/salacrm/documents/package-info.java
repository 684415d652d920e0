/** PDF files with Thai set right. */
package org.salacrm.documents;

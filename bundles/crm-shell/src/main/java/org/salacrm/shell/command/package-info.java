/** What can be done in the console. It speaks English, as the start script does. */
package org.salacrm.shell.command;

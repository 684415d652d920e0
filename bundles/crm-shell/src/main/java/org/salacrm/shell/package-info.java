/** The console of whoever runs the machine, and the door by which {@code bin/sala} has its commands done. */
package org.salacrm.shell;

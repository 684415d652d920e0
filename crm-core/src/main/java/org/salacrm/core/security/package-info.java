/** Users, teams and roles, and what they may do. */
package org.salacrm.core.security;

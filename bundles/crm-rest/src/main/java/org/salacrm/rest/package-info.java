/** The HTTP interface: docs/http.md is its contract. */
package org.salacrm.rest;

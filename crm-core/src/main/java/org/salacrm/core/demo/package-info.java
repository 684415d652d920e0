/** A made-up Thai company to look at the product with: its people, customers and eighteen months of work. */
package org.salacrm.core.demo;

/** The records that every company keeps: customers, products, activities and its own organisation. */
package org.salacrm.core.model;

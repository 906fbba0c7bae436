/** What is known of a day, read out of the store. */
package org.gridclear.monitoring.facts;

/** Runs as a list: filtered, sorted, in parts, however many there are. */
package org.gridclear.run.listing;

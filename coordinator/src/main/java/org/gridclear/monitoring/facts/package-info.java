/** What is known of a day, read out of the store. */
@NullMarked
package org.gridclear.monitoring.facts;

import org.jspecify.annotations.NullMarked;

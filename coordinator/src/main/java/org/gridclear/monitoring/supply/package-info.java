/** Studies of supply adequacy: systems from files, samples by threads, figures with intervals. */
@NullMarked
package org.gridclear.monitoring.supply;

import org.jspecify.annotations.NullMarked;

/** Does work units: data from a store, through the kernels, outcome into the store. No Ignite. */
@NullMarked
package org.gridclear.worker.slot;

import org.jspecify.annotations.NullMarked;

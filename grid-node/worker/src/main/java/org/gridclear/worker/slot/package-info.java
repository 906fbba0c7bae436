/** Does work units: data from a store, through the kernels, outcome into the store. No Ignite. */
package org.gridclear.worker.slot;

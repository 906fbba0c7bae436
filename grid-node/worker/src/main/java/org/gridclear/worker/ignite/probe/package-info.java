/** Whether a grid listens at an address, and what else answers there. */
@NullMarked
package org.gridclear.worker.ignite.probe;

import org.jspecify.annotations.NullMarked;

/** Values of caches, and what is written to them under a condition. */
@NullMarked
package org.gridclear.worker.ignite.value;

import org.jspecify.annotations.NullMarked;

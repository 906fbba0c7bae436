/** Where a node keeps its data on disk. */
@NullMarked
package org.gridclear.worker.ignite.folder;

import org.jspecify.annotations.NullMarked;

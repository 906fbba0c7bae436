/** The delivered files of a close, read for its audit alone: knows nothing of the reader. */
@NullMarked
package org.gridclear.settlement.close.delivery;

import org.jspecify.annotations.NullMarked;

/** The delivered files of a close, read for its audit alone: knows nothing of the reader. */
package org.gridclear.settlement.close.delivery;

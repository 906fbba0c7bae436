/** Questions to closed months that are answered at once and written nowhere. */
@NullMarked
package org.gridclear.settlement.preview;

import org.jspecify.annotations.NullMarked;

/** Series of a result as a person looks at them: by fuel, by unit, the band of prices, reserve. */
@NullMarked
package org.gridclear.figures;

import org.jspecify.annotations.NullMarked;

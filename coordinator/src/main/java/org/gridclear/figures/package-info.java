/** Series of a result as a person looks at them: by fuel, by unit, the band of prices, reserve. */
package org.gridclear.figures;

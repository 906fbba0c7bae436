/** Catalogues of indices that markets keep. */
@NullMarked
package org.gridclear.monitoring.catalogue;

import org.jspecify.annotations.NullMarked;

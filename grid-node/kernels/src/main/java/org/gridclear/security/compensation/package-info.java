/** Rows of a factored matrix changed: solutions of the changed one from the factors of the old. */
@NullMarked
package org.gridclear.security.compensation;

import org.jspecify.annotations.NullMarked;

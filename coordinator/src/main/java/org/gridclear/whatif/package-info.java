/** What a kept result would have been with a change, its commitment as it is. */
@NullMarked
package org.gridclear.whatif;

import org.jspecify.annotations.NullMarked;

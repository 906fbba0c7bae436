/** Why a price or an output of a case is what it is, and what it would be with a change. */
@NullMarked
package org.gridclear.web.why;

import org.jspecify.annotations.NullMarked;

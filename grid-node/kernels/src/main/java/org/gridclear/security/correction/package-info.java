/** Clearing and AC security check in turn (C-06, D-09, E-07, F-06). */
@NullMarked
package org.gridclear.security.correction;

import org.jspecify.annotations.NullMarked;

/** Conduct and impact of owners: a case each from the base, and what becomes of their offers. */
@NullMarked
package org.gridclear.monitoring.impact;

import org.jspecify.annotations.NullMarked;

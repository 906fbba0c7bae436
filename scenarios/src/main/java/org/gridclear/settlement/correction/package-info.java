/** Typed corrections of delivered files, merged by key: what they do not name stays as it is. */
@NullMarked
package org.gridclear.settlement.correction;

import org.jspecify.annotations.NullMarked;

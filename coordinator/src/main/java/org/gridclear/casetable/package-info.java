/** What a case or network holds, as tables: units, buses, branches, zones, fuels, constraints. */
@NullMarked
package org.gridclear.casetable;

import org.jspecify.annotations.NullMarked;

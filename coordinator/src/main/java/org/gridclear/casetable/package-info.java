/** What a case or network holds, as tables: units, buses, branches, zones, fuels, constraints. */
package org.gridclear.casetable;

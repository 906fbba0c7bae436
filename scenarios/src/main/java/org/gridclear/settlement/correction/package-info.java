/** Typed corrections of delivered files, merged by key: what they do not name stays as it is. */
package org.gridclear.settlement.correction;

/** Folders of delivered files, and the rule book beside them. */
package org.gridclear.settlement.folder;

/** Folders of delivered files, and the rule book beside them. */
@NullMarked
package org.gridclear.settlement.folder;

import org.jspecify.annotations.NullMarked;

/** Files of the registry of settled entities. */
@NullMarked
package org.gridclear.settlement.reader.registry;

import org.jspecify.annotations.NullMarked;

/** One class per family of constraints; each adds its rows to a {@link ClearingModel}. */
@NullMarked
package org.gridclear.clearing.constraint;

import org.gridclear.clearing.model.ClearingModel;
import org.jspecify.annotations.NullMarked;

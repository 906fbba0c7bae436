/** One class per family of constraints; each adds its rows to a {@link ClearingModel}. */
package org.gridclear.clearing.constraint;

import org.gridclear.clearing.model.ClearingModel;

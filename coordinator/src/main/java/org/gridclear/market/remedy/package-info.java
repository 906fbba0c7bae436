/**
 * What would make a case feasible: which limits could not be met, by how much, and the case in
 * which they are changed (I-06).
 */
@NullMarked
package org.gridclear.market.remedy;

import org.jspecify.annotations.NullMarked;

/**
 * What would make a case feasible: which limits could not be met, by how much, and the case in
 * which they are changed (I-06).
 */
package org.gridclear.market.remedy;

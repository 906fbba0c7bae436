/**
 * An oracle of the clearing: a case as one mixed-integer program, written from docs/model.md and
 * not from the clearing, whole and without lazy rows; random cases of every family; and the
 * comparison of the two. It lives in the bench because only there both the bench's command and
 * tests of the build see it while nothing of the product can lean on it.
 */
@NullMarked
package org.gridclear.oracle;

import org.jspecify.annotations.NullMarked;

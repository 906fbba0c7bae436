/** Random cases and studies in which each family of constraints occurs and binds. */
@NullMarked
package org.gridclear.oracle.random;

import org.jspecify.annotations.NullMarked;

/** MATPOWER cases: a reader of its language, the tables, a writer. */
@NullMarked
package org.gridclear.io.matpower;

import org.jspecify.annotations.NullMarked;

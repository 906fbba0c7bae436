/** What the code itself measures: sizes, circles of files, tests beside main. */
@NullMarked
package org.gridclear.bench.house;

import org.jspecify.annotations.NullMarked;

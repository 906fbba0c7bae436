/** The desk under many eyes: lists of many runs, and pages that listen while a study runs. */
@NullMarked
package org.gridclear.bench.desk;

import org.jspecify.annotations.NullMarked;

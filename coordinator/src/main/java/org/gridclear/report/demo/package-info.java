/** The page of a demonstration's day: its figures from the market's folder, and its story. */
@NullMarked
package org.gridclear.report.demo;

import org.jspecify.annotations.NullMarked;

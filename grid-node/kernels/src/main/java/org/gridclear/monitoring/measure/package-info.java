/** What is measured of a market's day: the facts of its results, and named measures of them. */
@NullMarked
package org.gridclear.monitoring.measure;

import org.jspecify.annotations.NullMarked;

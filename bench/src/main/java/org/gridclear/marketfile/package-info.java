/**
 * Market files against programs of their own: a mixed-integer program is written for each format
 * straight over the file's JSON, by the format's documentation, without the reader or the market
 * model of the product, with voltage angles in place of shift factors.
 */
@NullMarked
package org.gridclear.marketfile;

import org.jspecify.annotations.NullMarked;
